package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Payload;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** A trace that a test tells record by record, of a network in virtual time; and changes to the records of others. */
final class Story {
    private final List<TraceRecord> records = new ArrayList<>();

    private final int memory;

    private Story(int memory) {
        this.memory = memory;
    }

    static Story inVirtualTime() {
        return new Story(0);
    }

    /** Where it is told how many presentations each layer remembers. */
    static Story remembering(int presentations) {
        return new Story(presentations);
    }

    static MessageId id(int sender, long sequence) {
        return new MessageId(sender, sequence);
    }

    Story message(
            MessageId id,
            int to,
            MessageKind kind,
            long presentation,
            Outcome outcome,
            Times times,
            MessageId... causes) {
        records.add(new MessageRecord(
                id,
                List.of(causes),
                kind,
                to,
                Purpose.LEARN,
                presentation,
                0,
                0,
                times,
                times,
                Encoded.SIGN,
                4,
                2,
                8,
                outcome,
                Optional.empty()));
        return this;
    }

    Story handled(MessageId id, int to, MessageKind kind, long presentation, Times times, MessageId... causes) {
        return message(id, to, kind, presentation, Outcome.HANDLED, times, causes);
    }

    Story update(int layer, Mapping mapping, long version, MessageId cause, long presentation, long stale, long done) {
        records.add(new UpdateRecord(
                new UpdateId(layer, mapping, version),
                cause,
                layer,
                Purpose.LEARN,
                presentation,
                stale,
                1,
                1,
                done,
                0,
                0));
        return this;
    }

    MadeUpTrace end() {
        TraceHeader header = new TraceHeader(
                "story",
                1,
                "difference-target-propagation",
                TraceHeader.Level.METADATA,
                TraceHeader.Clock.VIRTUAL,
                List.of(4, 4, 4),
                2,
                0,
                memory);
        return new MadeUpTrace(header, List.copyOf(records), List.of());
    }

    /** The same trace with one record changed. */
    static MadeUpTrace changed(MadeUpTrace trace, String name, UnaryOperator<TraceRecord> change) {
        return trace.with(trace.records().stream()
                .map(each -> each.name().equals(name) ? change.apply(each) : each)
                .toList());
    }

    static MadeUpTrace without(MadeUpTrace trace, String name) {
        return trace.with(trace.records().stream()
                .filter(each -> !each.name().equals(name))
                .toList());
    }

    static MadeUpTrace with(MadeUpTrace trace, TraceRecord more) {
        List<TraceRecord> all = new ArrayList<>(trace.records());
        all.add(more);
        return trace.with(all);
    }

    /** A message with some of what it says replaced. */
    record Edit(MessageRecord of) {
        static MessageRecord times(TraceRecord of, Times times) {
            return new Edit((MessageRecord) of).with(times, ((MessageRecord) of).wall());
        }

        static MessageRecord wall(TraceRecord of, Times wall) {
            return new Edit((MessageRecord) of).with(((MessageRecord) of).times(), wall);
        }

        private MessageRecord with(Times times, Times wall) {
            return make(of.id(), of.causes(), times, wall, of.bits(), of.outcome(), of.payload());
        }

        MessageRecord id(MessageId id) {
            return make(id, of.causes(), of.times(), of.wall(), of.bits(), of.outcome(), of.payload());
        }

        MessageRecord causes(MessageId... causes) {
            return make(of.id(), List.of(causes), of.times(), of.wall(), of.bits(), of.outcome(), of.payload());
        }

        MessageRecord bits(long bits) {
            return make(of.id(), of.causes(), of.times(), of.wall(), bits, of.outcome(), of.payload());
        }

        MessageRecord outcome(Outcome outcome) {
            return make(of.id(), of.causes(), of.times(), of.wall(), of.bits(), outcome, of.payload());
        }

        MessageRecord digest(int digest) {
            Payload payload = new Payload(digest, 0.5f, 0.1f, 0.5f, 0, new float[] {digest}, Optional.empty());
            return make(of.id(), of.causes(), of.times(), of.wall(), of.bits(), of.outcome(), Optional.of(payload));
        }

        private MessageRecord make(
                MessageId id,
                List<MessageId> causes,
                Times times,
                Times wall,
                long bits,
                Outcome outcome,
                Optional<Payload> payload) {
            return new MessageRecord(
                    id,
                    causes,
                    of.kind(),
                    of.to(),
                    of.purpose(),
                    of.presentation(),
                    of.wVersion(),
                    of.vVersion(),
                    times,
                    wall,
                    of.encoded(),
                    of.units(),
                    of.batch(),
                    bits,
                    outcome,
                    payload);
        }
    }
}
