package org.somata.experiments.trace.analysis;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;
import org.somata.model.signals.MessageId;

/** Says what there is where something is not. */
final class Present {
    private Present() {}

    static NoSuchRecordException without(Trace trace, RecordName name) {
        return name instanceof RecordName.OfMessage message
                ? withoutMessage(trace, message)
                : withoutUpdate(trace, (RecordName.OfUpdate) name);
    }

    private static NoSuchRecordException withoutMessage(Trace trace, RecordName.OfMessage name) {
        NumberSet there = new NumberSet();
        trace.read(Window.ALL, each -> {
            if (each instanceof MessageRecord message
                    && message.from() == name.id().sender()) {
                there.add(message.id().sequence());
            }
        });
        return missing(
                trace, "message", name.id().toString(), MessageId.name(name.id().sender()), there);
    }

    private static NoSuchRecordException withoutUpdate(Trace trace, RecordName.OfUpdate name) {
        NumberSet there = new NumberSet();
        trace.read(Window.ALL, each -> {
            if (each instanceof UpdateRecord update
                    && update.id().layer() == name.id().layer()
                    && update.id().mapping() == name.id().mapping()) {
                there.add(update.id().version());
            }
        });
        String of =
                MessageId.name(name.id().layer()) + ":" + name.id().mapping().label();
        return missing(trace, "update", name.id().toString(), of, there);
    }

    private static NoSuchRecordException missing(Trace trace, String what, String name, String of, NumberSet there) {
        String gaps = trace.gaps().isEmpty() ? "" : "; the trace has gaps, see trace check";
        if (there.isEmpty()) {
            return new NoSuchRecordException("the trace has no " + what + " " + name + ", and none of " + of + gaps);
        }
        NumberSet.Range first = there.ranges().get(0);
        NumberSet.Range last = there.ranges().get(there.ranges().size() - 1);
        return new NoSuchRecordException("the trace has no " + what + " " + name + "; of " + of + " it has "
                + there.count() + ", from " + of + ":" + first.first() + " to " + of + ":" + last.last() + gaps);
    }
}
