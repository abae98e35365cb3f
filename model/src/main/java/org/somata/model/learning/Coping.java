package org.somata.model.learning;

/**
 * What a mapping makes of gradients that are stale: of activations that left when its weights were others. The staleness
 * s of an update counts the versions since then.
 *
 * @param rateScaling how the rate falls with s
 * @param momentumCorrected whether the optimiser's momentum μ becomes μ/(1+s). Stale gradients move weights on like a
 *     momentum of their own, the more of it the staler (Mitliagkas, Zhang, Hadjis and Ré 2016, Asynchrony begets
 *     momentum), so that less is wanted of the optimiser's; how much less is a heuristic of ours
 * @param accumulate how many gradients, one a target, are averaged into one update, from 1; its staleness is then that of
 *     the stalest: the update may go no further than what is least true any more allows, and s stays a whole number
 */
public record Coping(RateScaling rateScaling, boolean momentumCorrected, int accumulate) {
    /** Each gradient is an update, however stale. */
    public static final Coping NONE = new Coping(RateScaling.NONE, false, 1);

    public Coping {
        if (accumulate < 1) {
            throw new IllegalArgumentException(
                    "an update from " + accumulate + " gradients; give 1 for one from each, or more");
        }
    }

    /** The optimiser for an update of staleness s; the same one where nothing is corrected. */
    public Optimiser correct(Optimiser optimiser, long staleness) {
        return momentumCorrected && staleness > 0 ? optimiser.damped(1 / (1.0 + staleness)) : optimiser;
    }
}
