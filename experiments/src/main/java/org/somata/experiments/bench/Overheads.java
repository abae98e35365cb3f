package org.somata.experiments.bench;

import java.util.List;
import org.somata.experiments.assembly.Engine;

/** What a step costs besides its mathematics. */
final class Overheads {
    private static final int DEPTH = 7;
    /** Activations to each hidden layer and to the output layer, targets to each hidden layer. */
    private static final int MESSAGES = 2 * DEPTH + 1;

    private Overheads() {}

    static void messages(Figures figures, Conditions conditions) {
        Workload tiny = Workload.of(8, 8, DEPTH, 1);
        List<Race.Lane> lanes = conditions.race(conditions.oneAndAll().stream()
                .map(threads -> tiny.on(Engine.actors(threads)))
                .toList());
        figures.put("messages_per_s", rate(lanes.get(lanes.size() - 1)));
        figures.put("messages_per_s_1_thread", rate(lanes.get(0)));
    }

    private static Spread rate(Race.Lane lane) {
        return lane.ms().map(ms -> MESSAGES / ms * 1e3);
    }

    static void allocation(Figures figures, Conditions conditions) {
        List<Race.Lane> lanes = conditions.race(List.of(
                Workload.paper(Workload.DTP).on(Engine.actors(conditions.threads())),
                Workload.paper(Workload.BP).on(Engine.actors(conditions.threads())),
                Workload.paper(Workload.DTP).on(Engine.loop())));
        figures.put("dtp_bytes_per_step", Spread.of(lanes.get(0).bytes()));
        figures.put("bp_bytes_per_step", Spread.of(lanes.get(1).bytes()));
        figures.put("loop_bytes_per_step", Spread.of(lanes.get(2).bytes()));
    }
}
