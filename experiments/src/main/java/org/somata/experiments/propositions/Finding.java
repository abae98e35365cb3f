package org.somata.experiments.propositions;

import java.util.List;
import org.somata.experiments.plots.Diagram;

/** What came of an experiment: it holds if all checks do; the diagram shows what was measured. */
public record Finding(List<Check> checks, Diagram diagram) {
    public Finding {
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("an experiment without a check cannot fail");
        }
    }

    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
