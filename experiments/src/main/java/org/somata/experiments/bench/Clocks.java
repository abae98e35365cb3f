package org.somata.experiments.bench;

import java.util.List;
import org.somata.experiments.assembly.Engine;

/** Learning with and without a clock. */
final class Clocks {
    private static final int DEPTH = 7;
    /** Handled of one presentation: activations and a label by eight layers, targets by seven. */
    private static final int EVENTS = 2 * DEPTH + 2;

    private static final String ALIVE = ", alive: " + (DEPTH + 1) + "}";
    private static final String WALL = "schedule={kind: asynchronous, clock: wall" + ALIVE;
    private static final String VIRTUAL = "schedule={kind: asynchronous, clock: virtual, compute: 250us" + ALIVE;
    private static final String LINKS = "links={up: {latency: 1ms}, down: {latency: 1ms}}";

    private Clocks() {}

    static void clocks(Figures figures, Conditions conditions) {
        Workload paper = Workload.paper(Workload.DTP);
        Engine all = Engine.actors(conditions.threads());
        List<Race.Lane> lanes = conditions.race(
                List.of(paper.on(Engine.actors(1)), paper.on(all), wall(paper, all), virtual(paper, all)));
        String threads = Conditions.label(conditions.threads());
        figures.put("lockstep_1_thread_ms", lanes.get(0).ms());
        figures.put("lockstep_" + threads + "_ms", lanes.get(1).ms());
        figures.put("wall_" + threads + "_ms", lanes.get(2).ms());
        figures.put("virtual_" + threads + "_ms", lanes.get(3).ms());
        figures.put("wall_speed_over_lockstep", lanes.get(1).over(lanes.get(2)));
        figures.put("wall_speed_over_lockstep_1_thread", lanes.get(0).over(lanes.get(2)));
        figures.put("virtual_speed_over_lockstep", lanes.get(1).over(lanes.get(3)));
    }

    static void events(Figures figures, Conditions conditions) {
        Workload small = Workload.of(32, 32, DEPTH, 1);
        Engine all = Engine.actors(conditions.threads());
        List<Race.Lane> lanes = conditions.race(List.of(wall(small, all), virtual(small, all)));
        figures.put("wall_events_per_s", rate(lanes.get(0)));
        figures.put("virtual_events_per_s", rate(lanes.get(1)));
    }

    private static Training wall(Workload workload, Engine engine) {
        return workload.with(WALL).on(engine);
    }

    private static Training virtual(Workload workload, Engine engine) {
        return workload.with(VIRTUAL).with(LINKS).on(engine);
    }

    private static Spread rate(Race.Lane lane) {
        return lane.ms().map(ms -> EVENTS / ms * 1e3);
    }
}
