package org.somata.experiments.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.assembly.Engine;

/** Milliseconds a step in the paper's networks. */
final class Steps {
    private static final int EXAMPLES = 100;
    private static final int UNITS = 240;

    private Steps() {}

    static void paper(Figures figures, Conditions conditions) {
        Engine engine = Engine.actors(conditions.threads());
        Product product = new Product(EXAMPLES, UNITS, UNITS, 1);
        List<Race.Lane> lanes = conditions.race(List.of(
                Workload.paper(Workload.DTP).on(engine),
                Workload.paper(Workload.BP).on(engine),
                product));
        figures.put("dtp_step_ms", lanes.get(0).ms());
        figures.put("bp_step_ms", lanes.get(1).ms());
        figures.put("gemm_gflops", product.gigaflops(lanes.get(2)));
    }

    static void sizes(Figures figures, Conditions conditions) {
        Map<String, Workload> networks = new LinkedHashMap<>();
        networks.put("784-7x240", Workload.of(784, 240, 7, EXAMPLES));
        networks.put("3072-3x1000", Workload.of(3072, 1000, 3, EXAMPLES));
        networks.put("784-2x500", Workload.of(784, 500, 2, EXAMPLES));
        networks.put("784-2x200", Workload.of(784, 200, 2, EXAMPLES));
        Engine engine = Engine.actors(conditions.threads());
        networks.forEach((name, network) -> {
            List<Race.Lane> lanes = conditions.race(List.of(
                    network.by(Workload.DTP).on(engine), network.by(Workload.BP).on(engine)));
            figures.put(name + "_dtp_ms", lanes.get(0).ms());
            figures.put(name + "_bp_ms", lanes.get(1).ms());
        });
    }
}
