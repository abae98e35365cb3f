package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/** What every layer did in some stretch of a trace, in its order: what it handled, and what it learned. */
final class Activities implements Consumer<TraceRecord> {
    private final Timing timing;
    private final Map<Integer, List<Activity>> byPlace = new HashMap<>();
    private final Map<MessageId, Activity> byMessage = new HashMap<>();

    Activities(Timing timing) {
        this.timing = timing;
    }

    /**
     * A layer handled a message, or learned.
     *
     * @param index among those of its place
     */
    record Activity(TraceRecord what, int index, long from, long to) {}

    @Override
    public void accept(TraceRecord each) {
        List<Activity> before = byPlace.computeIfAbsent(each.at(), none -> new ArrayList<>());
        if (each instanceof MessageRecord message && message.times().isComplete()) {
            Times times = timing.of(message);
            Activity handled = new Activity(message, before.size(), times.started(), times.finished());
            before.add(handled);
            byMessage.put(message.id(), handled);
        } else if (each instanceof UpdateRecord update) {
            long done = timing.done(update);
            long begun = timing.begun(update);
            if (begun == Times.UNKNOWN) {
                begun = before.isEmpty()
                        ? done
                        : Math.min(done, before.get(before.size() - 1).to());
            }
            before.add(new Activity(update, before.size(), begun, done));
        }
    }

    /** The last thing done of a presentation. */
    Optional<Activity> last(long presentation) {
        Activity last = null;
        for (List<Activity> ofPlace : byPlace.values()) {
            for (Activity each : ofPlace) {
                if (each.what().presentation() == presentation && (last == null || each.to() > last.to())) {
                    last = each;
                }
            }
        }
        return Optional.ofNullable(last);
    }

    Optional<Activity> handling(MessageId message) {
        return Optional.ofNullable(byMessage.get(message));
    }

    /** What the same layer did before, and had done when this began. */
    Optional<Activity> before(Activity activity) {
        List<Activity> ofPlace = byPlace.get(activity.what().at());
        for (int i = activity.index() - 1; i >= 0; i--) {
            Activity each = ofPlace.get(i);
            // what a layer learns while it handles a message is over before the message is
            if (each.to() <= activity.from()) {
                Activity around = i > 0 ? ofPlace.get(i - 1) : each;
                return Optional.of(around.to() > each.to() && around.to() <= activity.from() ? around : each);
            }
        }
        return Optional.empty();
    }
}
