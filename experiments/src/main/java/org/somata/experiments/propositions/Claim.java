package org.somata.experiments.propositions;

import java.util.List;

/** A claim of the paper, put as an experiment that holds or does not. */
public interface Claim {
    /** As on the command line, such as {@code proposition-1}. */
    String name();

    /** The claim in words, with its equation. */
    String words();

    /** The conditions of the claim that can be broken on purpose: with any of them broken the experiment must fail. */
    List<Breach> breaches();

    /** Carries the experiment out. */
    Finding test(Conditions conditions);
}
