package org.somata.experiments.trace.export;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.signals.MessageKind;

/** What things are called in a picture of a trace. All names are numbered, from 1. */
final class Names {
    private static final int KINDS = MessageKind.values().length;
    private static final int MAPPINGS = Mapping.values().length;
    private static final int FIRST_SENT = 1 + KINDS;
    private static final int FIRST_MARK = FIRST_SENT + KINDS;
    private static final int FIRST_UPDATE = FIRST_MARK + KINDS * Outcome.values().length;

    private final List<String> all = new ArrayList<>();

    Names(int depth) {
        for (MessageKind kind : MessageKind.values()) {
            all.add(kind.label());
        }
        for (MessageKind kind : MessageKind.values()) {
            all.add("send " + kind.label());
        }
        for (Outcome outcome : Outcome.values()) {
            for (MessageKind kind : MessageKind.values()) {
                all.add(kind.label() + " " + outcome.label());
            }
        }
        for (int layer = 1; layer <= depth; layer++) {
            all.add("update W" + layer);
            all.add("update V" + layer);
        }
    }

    List<String> all() {
        return all;
    }

    String text(int number) {
        return all.get(number - 1);
    }

    /** Of the handling of a message. */
    static int handled(MessageKind kind) {
        return 1 + kind.ordinal();
    }

    /** Of its leaving. */
    static int sent(MessageKind kind) {
        return FIRST_SENT + kind.ordinal();
    }

    /** Of what else became of it. */
    static int mark(MessageKind kind, Outcome outcome) {
        return FIRST_MARK + outcome.ordinal() * KINDS + kind.ordinal();
    }

    static int update(UpdateId id) {
        return FIRST_UPDATE + (id.layer() - 1) * MAPPINGS + id.mapping().ordinal();
    }
}
