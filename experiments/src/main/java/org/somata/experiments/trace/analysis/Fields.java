package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Payload;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.UpdateRecord;

/** Compares what two traces say of one thing, field by field, by the names of an export; wall times say nothing. */
final class Fields {
    private final List<Difference.Field> different = new ArrayList<>(0);

    private void compare(String field, Object first, Object second) {
        if (!Objects.equals(first, second)) {
            different.add(new Difference.Field(field, String.valueOf(first), String.valueOf(second)));
        }
    }

    private void compare(String field, long first, long second) {
        if (first != second) {
            different.add(new Difference.Field(field, Long.toString(first), Long.toString(second)));
        }
    }

    /** The same number, to the last bit. */
    private void compare(String field, float first, float second) {
        if (Float.floatToIntBits(first) != Float.floatToIntBits(second)) {
            different.add(new Difference.Field(field, Float.toString(first), Float.toString(second)));
        }
    }

    static List<Difference.Field> of(TraceHeader first, TraceHeader second) {
        Fields fields = new Fields();
        fields.compare("name", first.name(), second.name());
        fields.compare("seed", first.seed(), second.seed());
        fields.compare("rule", first.rule(), second.rule());
        fields.compare("level", first.level().label(), second.level().label());
        fields.compare("clock", first.clock().label(), second.clock().label());
        fields.compare("units", first.units(), second.units());
        fields.compare("batch", first.batch(), second.batch());
        fields.compare("period", first.period(), second.period());
        return fields.different;
    }

    static List<Difference.Field> of(MessageRecord first, MessageRecord second, Clock clock) {
        Fields fields = new Fields();
        fields.compare("kind", first.kind().label(), second.kind().label());
        fields.compare("to", first.to(), second.to());
        fields.compare("purpose", first.purpose(), second.purpose());
        fields.compare("presentation", first.presentation(), second.presentation());
        fields.compare("causes", first.causes(), second.causes());
        fields.compare("w_version", first.wVersion(), second.wVersion());
        fields.compare("v_version", first.vVersion(), second.vVersion());
        if (clock != Clock.WALL) {
            fields.times(first.times(), second.times());
        }
        fields.compare("encoding", first.encoded().label(), second.encoded().label());
        fields.compare("units", first.units(), second.units());
        fields.compare("batch", first.batch(), second.batch());
        fields.compare("bits", first.bits(), second.bits());
        fields.compare("outcome", first.outcome().label(), second.outcome().label());
        if (first.payload().isPresent() && second.payload().isPresent()) {
            fields.payload(first.payload().get(), second.payload().get());
        }
        return fields.different;
    }

    private void times(Times first, Times second) {
        if (!first.equals(second)) {
            compare("sent", first.sent(), second.sent());
            compare("delivered", first.delivered(), second.delivered());
            compare("started", first.started(), second.started());
            compare("finished", first.finished(), second.finished());
        }
    }

    private void payload(Payload first, Payload second) {
        if (first.digest() != second.digest()) {
            compare("digest", Integer.toHexString(first.digest()), Integer.toHexString(second.digest()));
        }
        compare("mean", first.mean(), second.mean());
        compare("deviation", first.deviation(), second.deviation());
        compare("ones", first.ones(), second.ones());
        compare("saturated", first.saturated(), second.saturated());
        values("sample", first.sample(), second.sample());
        if (first.values().isPresent() && second.values().isPresent()) {
            values("values", first.values().get(), second.values().get());
        }
    }

    /** The first that differs. */
    private void values(String field, float[] first, float[] second) {
        int at = Arrays.mismatch(first, second);
        if (at >= 0) {
            String where = field + "[" + at + "]";
            compare(where, text(first, at), text(second, at));
        }
    }

    private static String text(float[] values, int at) {
        return at < values.length ? Float.toString(values[at]) : "none";
    }

    static List<Difference.Field> of(UpdateRecord first, UpdateRecord second, Clock clock) {
        Fields fields = new Fields();
        fields.compare("cause", first.cause(), second.cause());
        fields.compare("at", first.at(), second.at());
        fields.compare("purpose", first.purpose(), second.purpose());
        fields.compare("presentation", first.presentation(), second.presentation());
        fields.compare("staleness", first.staleness(), second.staleness());
        fields.compare("loss", first.loss(), second.loss());
        fields.compare("norm", first.norm(), second.norm());
        if (clock != Clock.WALL) {
            fields.compare("time", first.time(), second.time());
        }
        return fields.different;
    }
}
