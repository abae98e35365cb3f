package org.somata.experiments.plots;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.somata.experiments.trials.Statistics;

/** A line of a chart, from left to right; every other layer's is dashed, so that neighbours are told apart. */
record Curve(String name, Color colour, boolean dashed, List<Point> points) {
    Curve {
        points = List.copyOf(points);
    }

    /**
     * What was measured after an epoch.
     *
     * @param deviation the standard deviation over trials; NaN of one alone
     */
    record Point(int epoch, double mean, double deviation) {
        /** Of the trials that have a number there. */
        static Point of(int epoch, List<Double> numbers) {
            Statistics statistics = Statistics.of(numbers);
            return new Point(epoch, statistics.mean(), statistics.deviation());
        }

        double low() {
            return Double.isNaN(deviation) ? mean : mean - deviation;
        }

        double high() {
            return Double.isNaN(deviation) ? mean : mean + deviation;
        }
    }

    /** What of it a logarithmic axis can show. */
    Curve positive() {
        return new Curve(
                name,
                colour,
                dashed,
                points.stream().filter(point -> point.mean() > 0).toList());
    }

    double[] each(ToDoubleFunction<Point> number) {
        return points.stream().mapToDouble(number).toArray();
    }
}
