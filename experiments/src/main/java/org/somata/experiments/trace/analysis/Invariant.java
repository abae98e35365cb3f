package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What holds of every trace of a run that went as it should. */
public enum Invariant {
    /** Sent, delivered, started and finished are in this order. */
    TIMES("a message leaves, comes, has its turn and is handled in this order", false),
    /** Nothing leaves before the handling of its cause began, nor is learned before. */
    CAUSE_FIRST("nothing is used before its cause: what it follows from was in hand when it left", false),
    /** Whoever sent it had handled its causes, of the same presentation. */
    CAUSES("every message of a layer and every update has its causes, handled there in the same presentation", true),
    /** A target, gradient or error has its pair. */
    ACTIVATIONS("whoever handles a target, a gradient or an error has handled its activation before", true),
    /** Without holes, from 1. */
    VERSIONS("the versions of each mapping go up by one from 1", true),
    /** Without holes, from 1. */
    SEQUENCE("the messages of each sender are numbered from 1 without holes, and each is there once", true),
    /** Handlings of one layer do not overlap. */
    TURNS("a layer handles one message at a time, without a clock in the order in which they came", false),
    /** Sent = handled + lost + duplicate + expired + in flight. */
    OUTCOMES("every message sent has one outcome, and its times bear it out", false),
    /** Units × examples × 32 or 1. */
    BITS("a message has units × examples × 32 bits or 1 bit", false),
    /** Without a clock: in the order of arrival, and once as long as the layer knows of it. */
    MEMORY("without a clock a layer handles, or drops as a copy or as expired, what by its own memory it must", true),
    /** Without a clock: what each credit brings about. */
    LEARNING("without a clock a layer learns when its configuration has it learn, and no oftener", true),
    /** Without a clock. */
    STALENESS("an update is as stale as there were updates of the same weights since its activation", true),
    /** Without a clock. */
    FATE("links lost and repeated the messages that the run's seed has them lose and repeat", true),
    /** Without a clock: at the end, or where the run was stopped. */
    UNDER_WAY("what nobody handled was under way when the run ended", true),
    /** Without a clock. */
    LATENESS("updates, their staleness and age, and what was missed, dropped and lost are those of layers.csv", true),
    /** In lockstep. */
    SCHEDULE("as many messages were handled as the schedule has turns for the presentations", true),
    /** Of what result.json counts. */
    RESULT("messages and bits of each link and kind are those of result.json", true);

    private final String says;
    private final boolean ofPresence;

    Invariant(String says, boolean ofPresence) {
        this.says = says;
        this.ofPresence = ofPresence;
    }

    public String says() {
        return says;
    }

    /** Whether it may be violated just because a trace has a gap. */
    public boolean isOfPresence() {
        return ofPresence;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
