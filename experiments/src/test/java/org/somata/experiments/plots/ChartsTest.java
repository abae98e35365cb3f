package org.somata.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.Small;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Timeliness;

class ChartsTest {
    private static final double NONE = Double.NaN;

    private static RecordedRun run(List<EpochFigures> epochs, List<LayerFigures> layers) {
        return new RecordedRun(Path.of("run"), Small.config(List.of()), null, Optional.empty(), epochs, layers);
    }

    private static EpochFigures epoch(int epoch, double trainCost) {
        return new EpochFigures(epoch, trainCost, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    private static LayerFigures layer(int epoch, int layer, double angle) {
        return new LayerFigures(
                epoch, layer, NONE, NONE, NONE, NONE, NONE, angle, NONE, NONE, NONE, NONE, Timeliness.UNKNOWN);
    }

    private static Chart chart(String name, RecordedRun... runs) {
        return Charts.of(List.of(runs)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMeanOfTrialsHasTheirStandardDeviation() {
        Chart cost = chart(
                "cost",
                run(List.of(epoch(1, 1), epoch(2, 4), epoch(3, 7)), List.of()),
                run(List.of(epoch(1, 3), epoch(2, NONE)), List.of()),
                run(List.of(epoch(1, 5), epoch(2, 2)), List.of()));
        assertEquals("Cost · small, mean ± standard deviation of 3 seeds", cost.title());
        assertEquals(1, cost.curves().size());
        List<Curve.Point> points = cost.curves().get(0).points();
        assertEquals(new Curve.Point(1, 3, 2), points.get(0));
        assertEquals(new Curve.Point(2, 3, Math.sqrt(2)), points.get(1));
        // one alone has none
        assertEquals(new Curve.Point(3, 7, NONE), points.get(2));
    }

    @Test
    void whatWasNotMeasuredHasNoCurve() {
        Chart angles = chart(
                "backprop-angle",
                run(List.of(), List.of(layer(1, 1, 80), layer(1, 2, NONE), layer(1, 3, 0), layer(2, 1, 85))));
        assertEquals("Angles to backpropagation · small, seed 1", angles.title());
        assertEquals(
                List.of("layer 1", "layer 3"),
                angles.curves().stream().map(Curve::name).toList());
        assertEquals(
                List.of(new Curve.Point(1, 80, NONE), new Curve.Point(2, 85, NONE)),
                angles.curves().get(0).points());
        assertEquals(List.of(), chart("cost", run(List.of(), List.of())).curves());
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotPositive() {
        Chart cost = chart(
                "cost",
                run(List.of(epoch(1, 1), epoch(2, 0.0), epoch(3, 0.1)), List.of()),
                run(List.of(epoch(1, 1), epoch(2, 0.0), epoch(3, 0.5)), List.of()));
        assertEquals(
                List.of(1, 3),
                cost.curves().get(0).points().stream().map(Curve.Point::epoch).toList());
        Range range = Range.of(cost);
        assertTrue(range.low() > 0.01 && range.low() < 0.3 && range.high() > 1);
        // a bar that goes down to 0 ends with the axis
        assertEquals(range.low(), range.within(-3));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, 10, 10",
        "1, 20, 2, 2",
        "1, 20, 3, ' '",
        "0.01, 0.5, 0.05, 0.05",
        "1e-9, 1e-3, 1e-7, 1e-7",
        "1e-9, 1e-3, 2e-7, ' '",
        "1e-9, 1e-3, 1e-3, 0.001",
        "1, 1e8, 1e5, 1e+5",
        "1, 1e8, 100, 100"
    })
    void labelsOfALogarithmicAxisAreFewAndShort(double low, double high, double number, String label) {
        assertEquals(label, new Range(low, high).decadeLabel(number));
    }

    @Test
    void everyLayerHasItsColour() {
        for (int layers : List.of(1, 2, 8, 20)) {
            Set<Color> colours = new HashSet<>();
            IntStream.rangeClosed(1, layers).forEach(layer -> colours.add(Palette.layer(layer, layers)));
            assertEquals(layers, colours.size());
        }
    }
}
