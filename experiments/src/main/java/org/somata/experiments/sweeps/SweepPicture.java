package org.somata.experiments.sweeps;

import java.nio.file.Path;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.somata.config.SweepConfig;
import org.somata.experiments.plots.Diagram;

/**
 * What a sweep reached, as a picture: the lowest objective against the first key of its space, with a line for each
 * value of the second, whatever the values of the others. So a space that begins with what is studied and ends with
 * what is tuned for each of it shows what was studied.
 */
final class SweepPicture {
    /** The ratio of the greatest to the least value from which their axis is logarithmic. */
    private static final double WIDE = 10;

    private final SweepConfig config;
    private final List<String> keys;

    private SweepPicture(SweepConfig config) {
        this.config = config;
        this.keys = List.copyOf(config.space().keySet());
    }

    /** Draws {@code plots/objective.png} of a sweep, if the first key has numbers. */
    static void write(Path folder, SweepConfig config, Collection<Row> rows, Consumer<String> note) {
        of(config, rows).ifPresent(diagram -> diagram.write(folder.resolve("plots"), "objective", note));
    }

    static Optional<Diagram> of(SweepConfig config, Collection<Row> rows) {
        return new SweepPicture(config).diagram(rows);
    }

    private Optional<Diagram> diagram(Collection<Row> rows) {
        List<Row> completed = rows.stream().filter(Row::completed).toList();
        if (completed.isEmpty()
                || completed.stream().anyMatch(row -> across(row).isEmpty())) {
            return Optional.empty();
        }
        Map<String, TreeMap<Double, Double>> lowest = completed.stream()
                .collect(Collectors.groupingBy(
                        this::line,
                        LinkedHashMap::new,
                        Collectors.toMap(row -> across(row).getAsDouble(), Row::objective, Math::min, TreeMap::new)));
        List<Diagram.Line> lines = lowest.entrySet().stream()
                .map(line -> Diagram.Line.measured(line.getKey(), points(line.getValue())))
                .toList();
        Diagram.Scale across = new Diagram.Scale(
                keys.get(0),
                isWide(completed.stream().mapToDouble(row -> across(row).getAsDouble())));
        Diagram.Scale up = new Diagram.Scale(
                config.objective().toString(), isWide(completed.stream().mapToDouble(Row::objective)));
        return Optional.of(new Diagram(config.name(), across, up, lines));
    }

    private OptionalDouble across(Row row) {
        try {
            return OptionalDouble.of(Double.parseDouble(row.values().get(keys.get(0))));
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    private String line(Row row) {
        return keys.size() == 1
                ? "lowest"
                : keys.get(1).substring(keys.get(1).lastIndexOf('.') + 1) + " "
                        + row.values().get(keys.get(1));
    }

    private static List<Diagram.Point> points(Map<Double, Double> line) {
        return line.entrySet().stream()
                .map(point -> new Diagram.Point(point.getKey(), point.getValue()))
                .toList();
    }

    private static boolean isWide(DoubleStream of) {
        DoubleSummaryStatistics values = of.summaryStatistics();
        return values.getMin() > 0 && values.getMax() >= WIDE * values.getMin();
    }
}
