package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is found of invariants: all violations are counted, and the first few told. */
final class Findings {
    private static final int TOLD = 10;

    private final Count[] counts = new Count[Invariant.values().length];
    private final List<String> notes = new ArrayList<>();

    Findings() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new Count();
        }
    }

    private static final class Count {
        private final List<String> examples = new ArrayList<>();
        private long checked;
        private long violations;
    }

    /** Whether it holds of one thing; if not, why it does not. */
    void check(Invariant invariant, boolean holds, Supplier<String> violation) {
        Count count = counts[invariant.ordinal()];
        count.checked++;
        if (!holds) {
            count.violations++;
            if (count.examples.size() < TOLD) {
                count.examples.add(violation.get());
            }
        }
    }

    void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return notes;
    }

    List<Check.Finding> all() {
        List<Check.Finding> all = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            Count count = counts[invariant.ordinal()];
            all.add(new Check.Finding(invariant, invariant.says(), count.checked, count.violations, count.examples));
        }
        return all;
    }
}
