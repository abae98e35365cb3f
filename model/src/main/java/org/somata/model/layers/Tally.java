package org.somata.model.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What a layer counts and adds up over an epoch of learning, by name; a checkpoint keeps it. */
public final class Tally {
    /** ‖ĥ_i − h_i‖², over presentations; of an auto-encoder the loss on f(x+ε). */
    public static final String TARGET_LOSS = "target_loss";
    /** The inverse loss, over presentations; of an auto-encoder ‖z − x‖². */
    public static final String INVERSE_LOSS = "inverse_loss";
    /** The inverse loss of the layer above, where its feedback mapping lives at the lower end of their link. */
    public static final String INVERSE_LOSS_ABOVE = "inverse_loss_above";
    /** ‖ΔW_i, Δb_i‖, over updates. */
    public static final String UPDATE_NORM = "update_norm";
    /** Versions of W_i that passed between an activation and the update from its credit, over updates. */
    public static final String STALENESS = "staleness";

    /** Goes before the kind of a message that belongs to an evaluation. */
    public static final String EVALUATION = "evaluation-";

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    /** Adds a value to the sum and 1 to the count of {@code name}. */
    void add(String name, double value) {
        double[] entry = sums.computeIfAbsent(name, absent -> new double[2]);
        entry[0] += value;
        entry[1]++;
    }

    /** Counts a message as sent, and its bits. */
    public void sent(MessageKind kind, long bits, Purpose purpose) {
        String prefix = purpose == Purpose.EVALUATE ? EVALUATION : "";
        add(prefix + kind.label(), bits);
    }

    /** The mean of what was added as {@code name}; NaN if nothing was. */
    public double mean(String name) {
        double[] entry = sums.get(name);
        return entry == null ? Double.NaN : entry[0] / entry[1];
    }

    /** How often something was added as {@code name}. */
    public long count(String name) {
        double[] entry = sums.get(name);
        return entry == null ? 0 : (long) entry[1];
    }

    /** The sum of what was added as {@code name}. */
    public double sum(String name) {
        double[] entry = sums.get(name);
        return entry == null ? 0 : entry[0];
    }

    public void clear() {
        sums.clear();
    }

    /** All sums and counts, for a checkpoint: name → {sum, count}. */
    public Map<String, double[]> entries() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        sums.forEach((name, entry) -> copy.put(name, entry.clone()));
        return copy;
    }

    /** Takes what {@link #entries} gave in place of everything here. */
    public void restore(Map<String, double[]> entries) {
        sums.clear();
        entries.forEach((name, entry) -> sums.put(name, entry.clone()));
    }
}
