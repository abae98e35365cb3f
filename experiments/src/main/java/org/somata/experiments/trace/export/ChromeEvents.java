package org.somata.experiments.trace.export;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/** A JSON object in the Trace Event Format, with an event a line. Times are in microseconds. */
final class ChromeEvents implements Drawing {
    private final TraceHeader header;
    private final Names names;

    ChromeEvents(TraceHeader header) {
        this.header = header;
        names = new Names(header.depth());
    }

    @Override
    public void begin(String clock, Buffer file) {
        file.put("{\"displayTimeUnit\":\"ns\",\"otherData\":{\"clock\":")
                .putQuoted(clock)
                .put(",\"rule\":")
                .putQuoted(header.rule())
                .put(",\"run\":")
                .putQuoted(header.name())
                .put(",\"seed\":")
                .put(header.seed())
                .put("},\"traceEvents\":[\n");
        file.put("{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":")
                .put(Place.PROCESS)
                .put(",\"args\":{\"name\":")
                .putQuoted(header.name())
                .put("}}");
        for (int place = Place.FIRST; place <= header.depth(); place++) {
            about(place, "thread_name", file)
                    .put('"')
                    .put(MessageId.name(place))
                    .put("\"}}");
            // the output layer above, the input below
            about(place, "thread_sort_index", file).put(header.depth() - place).put("}}");
        }
    }

    private static Buffer about(int place, String what, Buffer file) {
        return file.put(",\n{\"ph\":\"M\",\"name\":\"")
                .put(what)
                .put("\",\"pid\":")
                .put(Place.PROCESS)
                .put(",\"tid\":")
                .put(Place.thread(place))
                .put(what.equals("thread_name") ? ",\"args\":{\"name\":" : ",\"args\":{\"sort_index\":");
    }

    @Override
    public void sent(MessageRecord message, long at, Buffer file) {
        slice("message", Names.sent(message.kind()), message.from(), at, at + 1, file);
        file.put(",\"args\":{\"id\":\"").put(message.name()).put("\"}}");
        arrow('s', message, message.from(), at, file);
        file.put('}');
    }

    @Override
    public void handled(MessageRecord message, long from, long to, boolean arrow, Buffer file) {
        slice("message", Names.handled(message.kind()), message.to(), from, to, file);
        note(message, file);
        if (arrow) {
            end(message, message.to(), from, file);
        }
    }

    @Override
    public void marked(MessageRecord message, int place, long at, boolean arrow, Buffer file) {
        slice("message", Names.mark(message.kind(), message.outcome()), place, at, at, file);
        note(message, file);
        if (arrow) {
            end(message, place, at, file);
        }
    }

    @Override
    public void updated(UpdateRecord update, long from, long to, Buffer file) {
        slice("update", Names.update(update.id()), update.at(), from, to, file);
        file.put(",\"args\":{\"id\":\"")
                .put(update.name())
                .put("\",\"cause\":\"")
                .put(update.cause().toString())
                .put("\",\"presentation\":")
                .put(update.presentation())
                .put(",\"version\":")
                .put(update.id().version())
                .put(",\"staleness\":")
                .put(update.staleness())
                .put(",\"loss\":")
                .put(text(update.loss()))
                .put(",\"norm\":")
                .put(text(update.norm()))
                .put("}}");
    }

    @Override
    public void counted(Counters.Counter counter, long at, Buffer file) {
        file.put(",\n{\"ph\":\"C\",\"name\":\"").put(counter.name()).put("\",\"pid\":");
        file.put(Place.PROCESS).put(",\"ts\":").putThousandths(at);
        file.put(",\"args\":{\"value\":").put(Double.toString(counter.last())).put("}}");
    }

    @Override
    public void end(Buffer file) {
        file.put("\n]}\n");
    }

    private void slice(String category, int named, int place, long from, long to, Buffer file) {
        file.put(",\n{\"ph\":\"X\",\"cat\":\"")
                .put(category)
                .put("\",\"name\":\"")
                .put(names.text(named));
        file.put("\",\"pid\":").put(Place.PROCESS).put(",\"tid\":").put(Place.thread(place));
        file.put(",\"ts\":").putThousandths(from).put(",\"dur\":").putThousandths(to - from);
    }

    private static void note(MessageRecord message, Buffer file) {
        file.put(",\"args\":{\"id\":\"")
                .put(message.name())
                .put("\",\"presentation\":")
                .put(message.presentation())
                .put(",\"w_version\":")
                .put(message.wVersion())
                .put(",\"v_version\":")
                .put(message.vVersion())
                .put(",\"bits\":")
                .put(message.bits())
                .put("}}");
    }

    /** The arrow ends at the slice that is there, not at the next one. */
    private static void end(MessageRecord message, int place, long at, Buffer file) {
        arrow('f', message, place, at, file);
        file.put(",\"bp\":\"e\"}");
    }

    private static void arrow(char phase, MessageRecord message, int place, long at, Buffer file) {
        file.put(",\n{\"ph\":\"").put(phase).put("\",\"cat\":\"message\",\"name\":\"message\",\"id\":\"0x");
        file.put(Long.toHexString(Arrow.number(message))).put("\",\"pid\":").put(Place.PROCESS);
        file.put(",\"tid\":").put(Place.thread(place)).put(",\"ts\":").putThousandths(at);
    }

    private static String text(float number) {
        return Float.isFinite(number) ? Float.toString(number) : "null";
    }
}
