package org.somata.experiments.report.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolylineTest {
    @Test
    void aStraightLineNeedsItsEndsAlone() {
        double[] x = IntStream.range(0, 1000).asDoubleStream().toArray();
        double[] y = IntStream.range(0, 1000).mapToDouble(i -> 0.5 * i).toArray();
        assertEquals(2, Polyline.thinned(x, y).size());
    }

    @Test
    void aSpikeStays() {
        double[] x = IntStream.range(0, 1000).mapToDouble(i -> i / 2.0).toArray();
        double[] y = new double[1000];
        y[417] = 80;
        List<long[]> kept = Polyline.thinned(x, y);
        assertTrue(kept.stream().anyMatch(point -> point[0] == 2085 && point[1] == 800));
        assertEquals(5, kept.size());
    }

    /** At the places of all points that were left out. */
    @Test
    void noPointIsFurtherFromTheLineThanTheEyeSees() {
        Random random = new Random(3);
        double[] x = IntStream.range(0, 400).mapToDouble(i -> i * 1.2).toArray();
        double[] y = new double[400];
        for (int i = 1; i < y.length; i++) {
            y[i] = y[i - 1] + 0.4 * random.nextGaussian();
        }
        List<long[]> kept = Polyline.thinned(x, y);
        assertTrue(kept.size() < 320, kept.size() + " of 400");
        for (int i = 0; i < x.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int k = 1; k < kept.size(); k++) {
                nearest = Math.min(nearest, distance(x[i], y[i], kept.get(k - 1), kept.get(k)));
            }
            // tenths are rounded
            assertTrue(nearest < Polyline.TOLERANCE + 0.1, i + ": " + nearest);
        }
    }

    private static double distance(double x, double y, long[] from, long[] to) {
        double ax = from[0] / 10.0;
        double ay = from[1] / 10.0;
        double width = to[0] / 10.0 - ax;
        double height = to[1] / 10.0 - ay;
        double along = ((x - ax) * width + (y - ay) * height) / Math.max(1e-9, width * width + height * height);
        double share = Math.max(0, Math.min(1, along));
        return Math.hypot(x - ax - share * width, y - ay - share * height);
    }

    @Test
    void pathsGoByRelativeSteps() {
        List<long[]> points = List.of(new long[] {105, 200}, new long[] {110, 195}, new long[] {130, 195});
        assertEquals("M10.5 20l.5-.5 2 0", Polyline.path(points, List.of()));
        assertEquals("M10.5 20l.5-.5 2 0 0 1-2 0z", Polyline.path(points, List.of(new long[] {110, 205}, new long[] {
            130, 205
        })));
        assertEquals("", Polyline.path(Polyline.thinned(new double[0], new double[0]), List.of()));
    }
}
