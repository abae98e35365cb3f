package org.somata.experiments.trace.export;

import java.util.Locale;

/** What records have, by the names of the command line's contract, in the order in which it is written. */
enum Field {
    TYPE,
    ID,
    CAUSES,
    CAUSE,
    KIND,
    FROM,
    TO,
    LAYER,
    MAPPING,
    AT,
    STEP,
    PRESENTATION,
    PURPOSE,
    W_VERSION,
    V_VERSION,
    VERSION,
    STALENESS,
    LOSS,
    NORM,
    SENT_NS,
    DELIVERED_NS,
    STARTED_NS,
    FINISHED_NS,
    AT_NS,
    ENCODING,
    UNITS,
    BATCH,
    BITS,
    OUTCOME,
    WALL_SENT_NS(Group.WALL),
    WALL_DELIVERED_NS(Group.WALL),
    WALL_STARTED_NS(Group.WALL),
    WALL_FINISHED_NS(Group.WALL),
    PAYLOAD_DIGEST(Group.PAYLOAD),
    PAYLOAD_MEAN(Group.PAYLOAD),
    PAYLOAD_DEVIATION(Group.PAYLOAD),
    PAYLOAD_ONES(Group.PAYLOAD),
    PAYLOAD_SATURATED(Group.PAYLOAD),
    PAYLOAD_SAMPLE(Group.PAYLOAD),
    PAYLOAD_VALUES(Group.ARRAYS);

    /** Which exports have a field. */
    enum Group {
        ALWAYS,
        WALL,
        PAYLOAD,
        ARRAYS
    }

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Group group;

    Field() {
        this(Group.ALWAYS);
    }

    Field(Group group) {
        this.group = group;
    }

    String label() {
        return label;
    }

    Group group() {
        return group;
    }
}
