package org.somata.experiments.trace.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Slices as viewers take them in, by their times: the last that began is the first to end. */
final class Tracks {
    private final List<Picture.Slice> slices = new ArrayList<>();
    private final List<Picture.Arrow> arrows = new ArrayList<>();
    private final Map<String, SortedMap<Long, Double>> counters = new TreeMap<>();
    private final Map<String, Deque<Picture.Slice>> open = new HashMap<>();
    private final Map<String, Picture.Slice> flows = new HashMap<>();

    /** What ended before is closed; a slice has to end where the one around it does, or before. */
    Picture.Slice add(String track, String name, long from, long to, Map<String, String> notes) {
        Deque<Picture.Slice> around = open.computeIfAbsent(track, none -> new ArrayDeque<>());
        while (!around.isEmpty() && around.peek().to() <= from) {
            around.pop();
        }
        if (!around.isEmpty() && around.peek().to() < to) {
            throw new IllegalStateException(name + " at " + from + " goes on after " + around.peek());
        }
        Picture.Slice slice = new Picture.Slice(track, name, from, to, around.size(), notes);
        slices.add(slice);
        around.push(slice);
        return slice;
    }

    /** The innermost slice of a track. */
    Picture.Slice current(String track) {
        return open.get(track).peek();
    }

    void depart(String flow, Picture.Slice from) {
        if (flows.put(flow, from) != null) {
            throw new IllegalStateException("an arrow departs twice: " + flow);
        }
    }

    void arrive(String flow, Picture.Slice at) {
        Picture.Slice from = flows.remove(flow);
        if (from == null) {
            throw new IllegalStateException("an arrow from nowhere comes to " + at);
        }
        arrows.add(new Picture.Arrow(from, at));
    }

    void count(String counter, long at, double value) {
        SortedMap<Long, Double> values = counters.computeIfAbsent(counter, none -> new TreeMap<>());
        values.put(at, value);
    }

    Picture picture(String process) {
        if (!flows.isEmpty()) {
            throw new IllegalStateException("arrows to nowhere: " + flows);
        }
        return new Picture(process, slices, arrows, counters);
    }
}
