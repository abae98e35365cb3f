package org.somata.model.layers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What a layer counts and adds up over an epoch of learning, by name; a checkpoint keeps it. */
public final class Tally {
    /** ‖ĥ_i − h_i‖², over presentations; of an auto-encoder the loss on f(x+ε). */
    public static final String TARGET_LOSS = "target_loss";
    /** The inverse loss, over the times that V learns; of an auto-encoder ‖z − x‖². */
    public static final String INVERSE_LOSS = "inverse_loss";
    /** The inverse loss of the layer above, where its feedback mapping lives at the lower end of their link. */
    public static final String INVERSE_LOSS_ABOVE = "inverse_loss_above";
    /** ‖ΔW_i, Δb_i‖, over updates. */
    public static final String UPDATE_NORM = "update_norm";
    /** Versions of W_i that passed between an activation and the update from its credit, over updates. */
    public static final String STALENESS = "staleness";

    /** The same of V_i, over its updates. */
    public static final String FEEDBACK_STALENESS = "feedback_staleness";
    /** The same of the V of the layer above, where that lives at the lower end of their link. */
    public static final String FEEDBACK_STALENESS_ABOVE = "feedback_staleness_above";
    /** Time between an activation and the update from its credit, in the run's own clock, over updates of W_i. */
    public static final String AGE = "age";
    /** Credits that W_i did not learn from, by chance. */
    public static final String MISSED = "missed";
    /** Messages dropped because what they belong to was not remembered. */
    public static final String EXPIRED = "expired";
    /** Messages dropped because a copy had been handled. */
    public static final String DUPLICATE = "duplicate";
    /** Messages that were sent and lost on their links. */
    public static final String LOST = "lost";
    /** Presentations forgotten before their credit came. */
    public static final String FORGOTTEN = "forgotten";

    /** Goes before the kind of a message that belongs to an evaluation. */
    public static final String EVALUATION = "evaluation-";

    private static final int SUM = 0;
    private static final int COUNT = 1;
    private static final int MAX = 2;

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    /** Adds a value to the sum and 1 to the count of {@code name}, and minds the greatest. */
    void add(String name, double value) {
        double[] entry = sums.computeIfAbsent(name, absent -> new double[] {0, 0, value});
        entry[SUM] += value;
        entry[COUNT]++;
        entry[MAX] = Math.max(entry[MAX], value);
    }

    /** Counts a message as sent, and its bits. */
    public void sent(MessageKind kind, long bits, Purpose purpose) {
        String prefix = purpose == Purpose.EVALUATE ? EVALUATION : "";
        add(prefix + kind.label(), bits);
    }

    /** Counts a message as lost on its link. */
    public void lost(MessageKind kind) {
        add(LOST, 1);
        add(of(LOST, kind), 1);
    }

    /** Counts a message as dropped: {@link #EXPIRED}, or {@link #DUPLICATE}. */
    void dropped(String why, MessageKind kind) {
        add(why, 1);
        add(of(why, kind), 1);
    }

    /** The name of those of one kind among messages that are lost or dropped. */
    public static String of(String mishap, MessageKind kind) {
        return mishap + "-" + kind.label();
    }

    /** The mean of what was added as {@code name}; NaN if nothing was. */
    public double mean(String name) {
        double[] entry = sums.get(name);
        return entry == null ? Double.NaN : entry[SUM] / entry[COUNT];
    }

    /** How often something was added as {@code name}. */
    public long count(String name) {
        double[] entry = sums.get(name);
        return entry == null ? 0 : (long) entry[COUNT];
    }

    /** The sum of what was added as {@code name}. */
    public double sum(String name) {
        double[] entry = sums.get(name);
        return entry == null ? 0 : entry[SUM];
    }

    /** The greatest that was added as {@code name}; NaN if nothing was, or it is not known. */
    public double max(String name) {
        double[] entry = sums.get(name);
        return entry == null ? Double.NaN : entry[MAX];
    }

    public void clear() {
        sums.clear();
    }

    /** All there is, for a checkpoint: name → {sum, count, greatest}. */
    public Map<String, double[]> entries() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        sums.forEach((name, entry) -> copy.put(name, entry.clone()));
        return copy;
    }

    /** Takes what {@link #entries} gave in place of everything here; an earlier program's knew nothing greatest. */
    public void restore(Map<String, double[]> entries) {
        sums.clear();
        entries.forEach((name, entry) -> {
            double[] whole = Arrays.copyOf(entry, MAX + 1);
            whole[MAX] = entry.length > MAX ? entry[MAX] : Double.NaN;
            sums.put(name, whole);
        });
    }
}
