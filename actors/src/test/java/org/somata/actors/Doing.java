package org.somata.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.Row;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** A row of a recorder's page, kept, and apart from the rest of it what the wall clock said. */
record Doing(What what, Walls walls) {
    /** All but the times of the wall; what a row of its type does not have is 0 or null. */
    record What(
            int place,
            Row.Type type,
            Purpose purpose,
            long presentation,
            long time,
            MessageId id,
            MessageKind kind,
            int to,
            List<Long> versions,
            Encoded encoded,
            int units,
            int batch,
            List<MessageId> causes,
            long started,
            int layer,
            boolean feedback,
            long staleness,
            float loss,
            float norm) {}

    /** Nanoseconds; of a message sent all are the one. */
    record Walls(long delivered, long started, long finished) {}

    static List<Doing> of(Page page) {
        List<Doing> all = new ArrayList<>();
        Row row = page.read();
        while (row.next()) {
            all.add(of(page.place(), row));
        }
        return all;
    }

    private static Doing of(int place, Row row) {
        boolean sent = row.type() == Row.Type.SENT;
        boolean handled = row.type() == Row.Type.HANDLED;
        boolean updated = row.type() == Row.Type.UPDATED;
        What what = new What(
                place,
                row.type(),
                row.purpose(),
                row.presentation(),
                row.time(),
                new MessageId(sent ? place : row.sender(), row.sequence()),
                sent ? row.kind() : null,
                sent ? row.to() : 0,
                handled ? List.of() : List.of(row.version(), sent ? row.feedbackVersion() : 0),
                sent ? row.encoded() : null,
                sent ? row.units() : 0,
                sent ? row.batch() : 0,
                sent ? IntStream.range(0, row.causes()).mapToObj(row::cause).toList() : List.of(),
                handled ? row.started() : 0,
                updated ? row.layer() : 0,
                updated && row.feedback(),
                updated ? row.staleness() : 0,
                updated ? row.loss() : 0,
                updated ? row.norm() : 0);
        return new Doing(
                what,
                new Walls(
                        handled ? row.deliveredWall() : row.wall(), sent ? row.wall() : row.startedWall(), row.wall()));
    }

    boolean is(Row.Type type) {
        return what.type == type;
    }
}
