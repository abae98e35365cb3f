package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;
import org.somata.experiments.trace.analysis.Activities.Activity;
import org.somata.experiments.trace.analysis.CriticalPath.Stretch;
import org.somata.experiments.trace.analysis.CriticalPath.What;
import org.somata.model.signals.MessageId;

/**
 * Goes backwards from the last thing done of a presentation: a layer began something when the message had come, or when it
 * had done what it did before, whichever was later; and a message left when its sender handled its cause.
 */
final class CriticalPathSearch {
    private final Timing timing;
    private final Activities activities;
    private final long begin;
    private final List<Stretch> backwards = new ArrayList<>();

    private CriticalPathSearch(Timing timing, Activities activities, long begin) {
        this.timing = timing;
        this.activities = activities;
        this.begin = begin;
    }

    /** Of a presentation that lies there; empty where nothing of it is known. */
    static Optional<CriticalPath> of(Trace trace, Durations.Extent extent) {
        Timing timing = Timing.of(trace.header());
        Activities activities = new Activities(timing);
        // positions of the presentations on either side, which the machine may have dealt with at the same time
        long around = trace.header().period();
        trace.read(
                new Window(Math.max(0, extent.first() - around), extent.last() + around + 1, 1, Integer.MAX_VALUE, 1),
                activities);
        return activities.last(extent.presentation()).map(last -> {
            CriticalPathSearch search = new CriticalPathSearch(timing, activities, extent.begin());
            boolean complete = search.goBack(last);
            Collections.reverse(search.backwards);
            return CriticalPath.of(extent.presentation(), complete, search.backwards);
        });
    }

    /** Whether it came to the beginning. */
    private boolean goBack(Activity last) {
        Optional<Activity> next = Optional.of(last);
        long until = last.to();
        while (next.isPresent() && until > begin) {
            Activity at = next.get();
            add(at.what() instanceof UpdateRecord ? What.LEARNING : What.HANDLING, at.what(), at.from(), until);
            if (at.from() <= begin) {
                return true;
            }
            Optional<Activity> own = activities.before(at);
            until = own.map(Activity::to).orElse(begin);
            if (at.what() instanceof MessageRecord message && timing.of(message).delivered() >= until) {
                Times times = timing.of(message);
                add(What.WAITING, message, times.delivered(), at.from());
                add(What.TRANSIT, message, times.sent(), times.delivered());
                next = cause(message);
                until = times.sent();
            } else if (at.what() instanceof UpdateRecord update && duringHandling(update, at)) {
                next = activities.handling(update.cause());
                until = at.from();
            } else {
                add(What.WAITING, at.what(), until, at.from());
                next = own;
            }
        }
        return until <= begin;
    }

    private Optional<Activity> cause(MessageRecord message) {
        return message.causes().isEmpty()
                ? Optional.empty()
                : activities.handling(message.causes().get(0));
    }

    private boolean duringHandling(UpdateRecord update, Activity at) {
        return activities
                .handling(update.cause())
                .filter(cause -> cause.from() <= at.from() && cause.to() > at.from())
                .isPresent();
    }

    private void add(What what, TraceRecord of, long from, long to) {
        long first = Math.max(from, begin);
        if (to > first) {
            String kind = of instanceof MessageRecord message
                    ? message.kind().label()
                    : ((UpdateRecord) of).id().mapping().label();
            backwards.add(new Stretch(
                    what, MessageId.name(of.at()), of.name(), kind, of.presentation(), first, to, to - first));
        }
    }
}
