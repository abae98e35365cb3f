package org.somata.experiments.trace.export;

import java.util.HexFormat;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Payload;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Records in fields: one description for every format that has records as they are.
 *
 * @param wall whether to tell of the machine's times beside the run's own
 * @param payload whether to tell what messages carried
 * @param arrays whether to tell all of it, where the trace has it
 */
record Described(boolean wall, boolean payload, boolean arrays) {
    static Described of(TraceHeader header, boolean wall, boolean arrays) {
        boolean payload = header.level() == TraceHeader.Level.PAYLOAD;
        return new Described(wall, payload, payload && arrays);
    }

    /** Whether any record has it. */
    boolean has(Field field) {
        return switch (field.group()) {
            case ALWAYS -> true;
            case WALL -> wall;
            case PAYLOAD -> payload;
            case ARRAYS -> arrays;
        };
    }

    void tell(TraceRecord each, Fields to) {
        if (each instanceof MessageRecord message) {
            tell(message, to);
        } else if (each instanceof UpdateRecord update) {
            tell(update, to);
        }
    }

    private void tell(MessageRecord message, Fields to) {
        to.word(Field.TYPE, "message");
        to.word(Field.ID, message.name());
        to.ids(Field.CAUSES, message.causes());
        to.word(Field.KIND, message.kind().label());
        to.word(Field.FROM, MessageId.name(message.from()));
        to.word(Field.TO, MessageId.name(message.to()));
        to.number(Field.STEP, message.presentation());
        to.number(Field.PRESENTATION, message.presentation());
        to.word(Field.PURPOSE, message.purpose().label());
        to.number(Field.W_VERSION, message.wVersion());
        to.number(Field.V_VERSION, message.vVersion());
        time(Field.SENT_NS, message.times().sent(), to);
        time(Field.DELIVERED_NS, message.times().delivered(), to);
        time(Field.STARTED_NS, message.times().started(), to);
        time(Field.FINISHED_NS, message.times().finished(), to);
        to.word(Field.ENCODING, message.encoded().label());
        to.number(Field.UNITS, message.units());
        to.number(Field.BATCH, message.batch());
        to.number(Field.BITS, message.bits());
        to.word(Field.OUTCOME, message.outcome().label());
        if (wall) {
            time(Field.WALL_SENT_NS, message.wall().sent(), to);
            time(Field.WALL_DELIVERED_NS, message.wall().delivered(), to);
            time(Field.WALL_STARTED_NS, message.wall().started(), to);
            time(Field.WALL_FINISHED_NS, message.wall().finished(), to);
        }
        if (payload) {
            message.payload().ifPresent(carried -> tell(carried, to));
        }
    }

    private void tell(Payload carried, Fields to) {
        to.word(Field.PAYLOAD_DIGEST, HexFormat.of().toHexDigits(carried.digest()));
        to.real(Field.PAYLOAD_MEAN, carried.mean());
        to.real(Field.PAYLOAD_DEVIATION, carried.deviation());
        to.real(Field.PAYLOAD_ONES, carried.ones());
        to.real(Field.PAYLOAD_SATURATED, carried.saturated());
        to.reals(Field.PAYLOAD_SAMPLE, carried.sample());
        if (arrays) {
            carried.values().ifPresent(all -> to.reals(Field.PAYLOAD_VALUES, all));
        }
    }

    private void tell(UpdateRecord update, Fields to) {
        to.word(Field.TYPE, "update");
        to.word(Field.ID, update.name());
        to.word(Field.CAUSE, update.cause().toString());
        to.number(Field.LAYER, update.id().layer());
        to.word(Field.MAPPING, update.id().mapping().label());
        to.word(Field.AT, MessageId.name(update.at()));
        to.number(Field.STEP, update.presentation());
        to.number(Field.PRESENTATION, update.presentation());
        to.word(Field.PURPOSE, update.purpose().label());
        to.number(Field.VERSION, update.id().version());
        to.number(Field.STALENESS, update.staleness());
        to.real(Field.LOSS, update.loss());
        to.real(Field.NORM, update.norm());
        time(Field.AT_NS, update.time(), to);
        if (wall) {
            time(Field.WALL_STARTED_NS, update.wallStarted(), to);
            time(Field.WALL_FINISHED_NS, update.wallFinished(), to);
        }
    }

    private static void time(Field field, long time, Fields to) {
        if (time == Times.UNKNOWN) {
            to.unknown(field);
        } else {
            to.number(field, time);
        }
    }
}
