package org.somata.model.layers;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/** An outbox that keeps what a layer sends and reports, and the updates that it does. */
public final class Sent implements Outbox {
    /** One message. */
    public record Message(MessageKind kind, int to, Signal signal) {
        public Matrix values() {
            return ((Signal.Real) signal).values();
        }
    }

    public final List<Message> messages = new ArrayList<>();
    public final List<Report> reports = new ArrayList<>();
    public final List<Update> updates = new ArrayList<>();

    @Override
    public void send(MessageKind kind, int to, Signal signal) {
        messages.add(new Message(kind, to, signal));
    }

    @Override
    public void setAside(Runnable work) {
        work.run();
    }

    @Override
    public void updated(Update update) {
        updates.add(update);
    }

    @Override
    public void report(Report report) {
        reports.add(report);
    }

    /** The last message sent. */
    public Message last() {
        return messages.get(messages.size() - 1);
    }
}
