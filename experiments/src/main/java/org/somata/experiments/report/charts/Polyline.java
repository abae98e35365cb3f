package org.somata.experiments.report.charts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A line in the coordinates of a drawing, thinned out: what stays is never further from what was than a fraction of a
 * pixel.
 */
final class Polyline {
    /** In pixels. */
    static final double TOLERANCE = 0.2;

    private Polyline() {}

    /** The points, in tenths of a pixel, that a line needs (by Ramer, Douglas and Peucker's method). */
    static List<long[]> thinned(double[] x, double[] y) {
        List<long[]> kept = new ArrayList<>();
        if (x.length == 0) {
            return kept;
        }
        BitSet keep = new BitSet(x.length);
        keep.set(0);
        keep.set(x.length - 1);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {0, x.length - 1});
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int farthest = farthest(x, y, span[0], span[1]);
            if (farthest >= 0) {
                keep.set(farthest);
                open.push(new int[] {span[0], farthest});
                open.push(new int[] {farthest, span[1]});
            }
        }
        keep.stream().forEach(i -> kept.add(new long[] {Math.round(x[i] * 10), Math.round(y[i] * 10)}));
        return kept;
    }

    /** The point between two that is furthest from the straight line between them; -1 if all are near. */
    private static int farthest(double[] x, double[] y, int first, int last) {
        double width = x[last] - x[first];
        double height = y[last] - y[first];
        double length = Math.hypot(width, height);
        int farthest = -1;
        double most = TOLERANCE;
        for (int i = first + 1; i < last; i++) {
            double right = x[i] - x[first];
            double down = y[i] - y[first];
            double away = length == 0 ? Math.hypot(right, down) : Math.abs(right * height - down * width) / length;
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        return farthest;
    }

    /** An SVG path through the points; a second list is gone back along, which makes an area. */
    static String path(List<long[]> there, List<long[]> back) {
        StringBuilder path = new StringBuilder();
        long[] at = {0, 0};
        for (int i = 0; i < there.size(); i++) {
            go(i == 0 ? 'M' : 'l', at, there.get(i), path);
        }
        for (int i = back.size() - 1; i >= 0; i--) {
            go('l', at, back.get(i), path);
        }
        return back.isEmpty() ? path.toString() : path.append('z').toString();
    }

    private static void go(char command, long[] at, long[] to, StringBuilder path) {
        // the letter of a line need not be repeated
        boolean repeated = command == 'l' && path.length() > 0 && path.indexOf("l") >= 0;
        if (!repeated) {
            path.append(command);
        }
        tenths(to[0] - at[0], !repeated, path);
        tenths(to[1] - at[1], false, path);
        at[0] = to[0];
        at[1] = to[1];
    }

    private static void tenths(long value, boolean first, StringBuilder path) {
        if (!first && value >= 0) {
            path.append(' ');
        }
        path.append(value < 0 ? "-" : "");
        long size = Math.abs(value);
        if (size >= 10 || size == 0) {
            path.append(size / 10);
        }
        if (size % 10 != 0) {
            path.append('.').append(size % 10);
        }
    }
}
