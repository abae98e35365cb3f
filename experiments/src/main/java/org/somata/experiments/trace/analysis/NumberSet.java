package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of whole numbers that come almost in their order: it remembers ranges without holes. */
final class NumberSet {
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();
    private long newestFirst;
    private long newestLast = Long.MIN_VALUE;
    private long count;

    /** Numbers without a hole between them. */
    record Range(long first, long last) {}

    /** Whether it was not there before. */
    boolean add(long number) {
        if (count > 0 && number >= newestFirst && number <= newestLast) {
            return false;
        }
        Map.Entry<Long, Long> below = lastByFirst.floorEntry(number);
        if (below != null && number <= below.getValue()) {
            return false;
        }
        count++;
        long first = below != null && below.getValue() == number - 1 ? below.getKey() : number;
        Long last = lastByFirst.remove(number + 1);
        newestFirst = first;
        newestLast = last == null ? number : last;
        lastByFirst.put(newestFirst, newestLast);
        return true;
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> below = lastByFirst.floorEntry(number);
        return below != null && number <= below.getValue();
    }

    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        lastByFirst.forEach((first, last) -> ranges.add(new Range(first, last)));
        return ranges;
    }

    /** For the end of a message: {@code ; there are 1 to 40}. */
    String range() {
        return isEmpty()
                ? "; there are none"
                : "; there are " + lastByFirst.firstKey() + " to "
                        + lastByFirst.lastEntry().getValue();
    }
}
