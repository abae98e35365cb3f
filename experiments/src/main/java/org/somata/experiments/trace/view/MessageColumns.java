package org.somata.experiments.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.model.signals.MessageId;

/**
 * Messages, a column a field.
 *
 * @param links what messages over one link share: kind, from, to, purpose, encoding, units, batch, bits
 * @param columns by name, as {@link Varints} write them
 * @param outside ids of causes that aren't shown, in the order in which they come up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MessageColumns(int count, List<List<Object>> links, Map<String, String> columns, List<String> outside) {
    /** The row of each message; of copies that of the one that was handled. */
    static Map<MessageId, Integer> rows(List<MessageRecord> messages) {
        Map<MessageId, Integer> rows = new HashMap<>(2 * messages.size());
        for (int row = 0; row < messages.size(); row++) {
            MessageRecord message = messages.get(row);
            if (message.outcome() == Outcome.HANDLED) {
                rows.put(message.id(), row);
            } else {
                rows.putIfAbsent(message.id(), row);
            }
        }
        return rows;
    }

    static MessageColumns of(List<MessageRecord> messages, Map<MessageId, Integer> rows, boolean wall) {
        Writer writer = new Writer(rows, wall);
        messages.forEach(writer::add);
        Map<String, String> columns = new LinkedHashMap<>();
        writer.columns.forEach((name, column) -> columns.put(name, column.base64()));
        return new MessageColumns(messages.size(), writer.links.rows(), columns, writer.outside.rows());
    }

    private static final class Writer {
        private final Map<MessageId, Integer> rows;
        private final boolean wall;
        private final Shared<List<Object>> links = new Shared<>();
        private final Shared<String> outside = new Shared<>();
        private final Map<String, Varints> columns = new LinkedHashMap<>();
        private final Map<Integer, MessageRecord> lastOf = new HashMap<>();

        Writer(Map<MessageId, Integer> rows, boolean wall) {
            this.rows = rows;
            this.wall = wall;
        }

        private Varints column(String name) {
            return columns.computeIfAbsent(name, none -> new Varints());
        }

        void add(MessageRecord message) {
            column("link")
                    .add(links.place(List.of(
                            message.kind().label(),
                            message.from(),
                            message.to(),
                            message.purpose().label(),
                            message.encoded().label(),
                            message.units(),
                            message.batch(),
                            message.bits())));
            column("outcome").add(message.outcome().ordinal());
            column("presentation").addStep(message.presentation());
            // what a sender counts goes on from its last message
            MessageRecord last = lastOf.put(message.from(), message);
            column("sequence")
                    .add(message.id().sequence() - (last == null ? 0 : last.id().sequence()));
            column("w").add(message.wVersion() - (last == null ? 0 : last.wVersion()));
            column("v").add(message.vVersion() - (last == null ? 0 : last.vVersion()));
            add("", message.times());
            if (wall) {
                add("wall_", message.wall());
            }
            column("causes").add(message.causes().size());
            for (MessageId cause : message.causes()) {
                Integer known = rows.get(cause);
                column("cause").addStep(known == null ? -1 - outside.place(cause.toString()) : known);
            }
        }

        private void add(String clock, Times times) {
            long[] stages = {times.delivered(), times.started(), times.finished()};
            String[] names = {"delivered", "started", "finished"};
            column(clock + "sent").addStep(times.sent());
            long base = times.sent();
            for (int i = 0; i < stages.length; i++) {
                column(clock + names[i]).addDelay(stages[i], base, Times.UNKNOWN);
                base = stages[i] == Times.UNKNOWN ? base : stages[i];
            }
        }
    }
}
