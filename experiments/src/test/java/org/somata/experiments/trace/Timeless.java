package org.somata.experiments.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a run's trace without what the wall clock said. */
public final class Timeless {
    private Timeless() {}

    /** In words that differ wherever anything else does. */
    public static List<String> of(Path run) {
        return records(run).stream().map(Timeless::inWords).toList();
    }

    public static List<TraceRecord> records(Path run) {
        List<TraceRecord> records = new ArrayList<>();
        RecordedTrace.of(run).read(Window.ALL, records::add);
        return records;
    }

    public static List<MessageRecord> messages(Path run) {
        return records(run).stream()
                .filter(MessageRecord.class::isInstance)
                .map(MessageRecord.class::cast)
                .toList();
    }

    private static String inWords(TraceRecord each) {
        if (each instanceof UpdateRecord u) {
            return new UpdateRecord(
                            u.id(),
                            u.cause(),
                            u.at(),
                            u.purpose(),
                            u.presentation(),
                            u.staleness(),
                            u.loss(),
                            u.norm(),
                            u.time(),
                            0,
                            0)
                    .toString();
        }
        MessageRecord m = (MessageRecord) each;
        return new MessageRecord(
                        m.id(),
                        m.causes(),
                        m.kind(),
                        m.to(),
                        m.purpose(),
                        m.presentation(),
                        m.wVersion(),
                        m.vVersion(),
                        m.times(),
                        Times.NONE,
                        m.encoded(),
                        m.units(),
                        m.batch(),
                        m.bits(),
                        m.outcome(),
                        Optional.empty())
                + m.payload().map(Halves::inWords).orElse("");
    }
}
