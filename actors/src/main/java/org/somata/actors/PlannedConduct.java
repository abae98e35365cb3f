package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.somata.actors.NetworkCommand.Done;
import org.somata.actors.NetworkCommand.Learn;
import org.somata.actors.NetworkCommand.Reported;
import org.somata.actors.NetworkCommand.Visited;
import org.somata.model.network.Feed;
import org.somata.model.network.Handling;
import org.somata.model.network.Pass;
import org.somata.model.network.Timetable;

/**
 * Follows a timetable, whose windows are handed out two at a time: while the layers are at one, the next is there, and
 * the timetable never runs far ahead.
 */
final class PlannedConduct implements Conduct {
    private static final int WINDOWS = 2;

    private final Ensemble ensemble;
    private final Timetable timetable;
    private final Feed feed;
    private final Phases phases;
    private boolean started;
    private long windows;

    PlannedConduct(Ensemble ensemble, Timetable timetable, Feed feed, Phases phases) {
        this.ensemble = ensemble;
        this.timetable = timetable;
        this.feed = feed;
        this.phases = phases;
    }

    @Override
    public Behavior<NetworkCommand> learn(Learn command, Supplier<Behavior<NetworkCommand>> idle) {
        if (started) {
            return begin(command, idle);
        }
        started = true;
        Long[] sent = new Long[ensemble.depth()];
        for (int place = 1; place <= ensemble.depth(); place++) {
            ensemble.show(place, layer -> sent[layer.place() - 1] = layer.sent());
        }
        return starting(command, sent, ensemble.depth(), idle);
    }

    @Override
    public boolean hasMail() {
        return true;
    }

    @Override
    public void goTo(List<Pass> passes, int entered) {
        started = true;
        timetable.goTo(passes, entered);
    }

    /** Layers that were restored have sent messages before. */
    private Behavior<NetworkCommand> starting(
            Learn command, Long[] sent, int missing, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built("starting", phases.phase().onMessage(Visited.class, visited -> {
            if (missing > 1) {
                return starting(command, sent, missing - 1, idle);
            }
            timetable.start(Arrays.asList(sent));
            return begin(command, idle);
        }));
    }

    private Behavior<NetworkCommand> begin(Learn command, Supplier<Behavior<NetworkCommand>> idle) {
        timetable.begin(command.pass(), command.from());
        Learning learning = new Learning(command);
        learning.planMore();
        return learning.isOver() ? over(learning, idle) : learning(learning, idle);
    }

    private Behavior<NetworkCommand> learning(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built(
                "learning",
                phases.phase()
                        .onMessage(Reported.class, reported -> {
                            learning.verdict.hear(reported);
                            return Behaviors.same();
                        })
                        .onMessage(Done.class, done -> {
                            learning.hear(done);
                            learning.planMore();
                            return learning.isOver() ? over(learning, idle) : Behaviors.same();
                        }));
    }

    /** Nobody is planned to hear the latest labels yet, and the teacher may be about to tell them. */
    private Behavior<NetworkCommand> over(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        ensemble.finishTeaching();
        return phases.built("finishing", phases.phase().onMessage(NetworkCommand.Taught.class, taught -> {
            learning.verdict.answer(learning.command, learning.entered);
            return idle.get();
        }));
    }

    /** A pass that learns, as far as it has come. */
    private final class Learning {
        private final Learn command;
        private final Verdict verdict = new Verdict();
        private final Map<Long, Integer> layersAt = new HashMap<>();
        private int entered;
        private boolean stopped;

        Learning(Learn command) {
            this.command = command;
            this.entered = command.from();
        }

        void planMore() {
            while (!stopped && layersAt.size() < WINDOWS) {
                boolean mayStop = entered < command.pass().presentations();
                stopped = verdict.isBad() || mayStop && command.watcher().stopRequested();
                if (!stopped) {
                    Timetable.Window window = timetable.next();
                    handOut(window);
                    stopped = window.last();
                }
            }
        }

        private void handOut(Timetable.Window window) {
            Pass pass = command.pass();
            Map<Integer, List<Handling>> byPlace = new HashMap<>();
            window.handlings()
                    .forEach(handling -> byPlace.computeIfAbsent(handling.place(), place -> new ArrayList<>())
                            .add(handling));
            windows++;
            if (!byPlace.isEmpty()) {
                layersAt.put(windows, byPlace.size());
            }
            byPlace.forEach(
                    (place, handlings) -> ensemble.layer(place).tell(new LayerCommand.Plan(handlings, windows)));
            window.entering().forEach(entering -> ensemble.present(pass, entering.index(), feed, entering.time()));
            entered += window.entering().size();
            command.watcher().completed(entered);
        }

        void hear(Done done) {
            if (layersAt.merge(done.window(), -1, Integer::sum) == 0) {
                layersAt.remove(done.window());
            }
        }

        boolean isOver() {
            return stopped && layersAt.isEmpty();
        }
    }
}
