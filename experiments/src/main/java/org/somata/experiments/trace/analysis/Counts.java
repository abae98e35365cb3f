package org.somata.experiments.trace.analysis;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.Presentation.Purpose;

/** Counts what a run counts too: messages and bits by link and kind, and presentations. */
final class Counts implements Check.RecordCheck {
    private final Map<LinkTally.Key, Sums> links = new HashMap<>();
    private final Map<Purpose, NumberSet> presentations = new EnumMap<>(Purpose.class);
    private long messages;
    private long updates;

    /** Of one link and kind. */
    static final class Sums {
        private long messages;
        private long bits;
        private long handled;

        long messages() {
            return messages;
        }

        long bits() {
            return bits;
        }

        long handled() {
            return handled;
        }
    }

    @Override
    public void message(MessageRecord message) {
        messages++;
        Sums sums = links.computeIfAbsent(LinkTally.Key.of(message), none -> new Sums());
        sums.messages++;
        sums.bits += message.bits();
        sums.handled += message.outcome() == Outcome.HANDLED ? 1 : 0;
        presentations
                .computeIfAbsent(message.purpose(), none -> new NumberSet())
                .add(message.presentation());
    }

    @Override
    public void update(UpdateRecord update) {
        updates++;
    }

    long messages() {
        return messages;
    }

    long updates() {
        return updates;
    }

    Map<LinkTally.Key, Sums> links() {
        return links;
    }

    Map<Purpose, NumberSet> presentations() {
        return presentations;
    }
}
