package org.somata.experiments.propositions;

import java.util.List;
import java.util.Optional;

/** The claims there are, in the paper's order. */
public final class Claims {
    public static final List<Claim> ALL = List.of(
            new SmallTargets(),
            new PropositionOne(),
            new PropositionTwo(),
            new FixedPoint(),
            new TargetsHelp(),
            new LinearAlignment());

    private Claims() {}

    public static Optional<Claim> named(String name) {
        return ALL.stream().filter(claim -> claim.name().equals(name)).findFirst();
    }
}
