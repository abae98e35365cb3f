package org.somata.model.signals;

/**
 * What a layer tells of an update of weights that it did.
 *
 * @param layer i, whose weights they are
 * @param feedback whether of V_i and c_i; else of W_i and b_i
 * @param version updates of them so far, with this one
 * @param staleness updates of them between the leaving of the activation that it learned from and this one, the longest
 *     if several; V's earlier updates from the same presentation do not count
 * @param loss what was made smaller, the mean over the examples, of the latest of the presentations that it learned from;
 *     NaN where the rule has none to tell
 * @param norm of the change of weights and bias together
 */
public record Update(
        Presentation presentation,
        int layer,
        boolean feedback,
        long version,
        long staleness,
        double loss,
        double norm) {}
