package org.somata.experiments.bench;

import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.assembly.Engine;

/** What a step costs as networks and minibatches grow. */
final class Scaling {
    private static final int MICROSECONDS = 1000;

    private Scaling() {}

    static void depth(Figures figures, Conditions conditions) {
        List<Integer> depths = List.of(7, 70, 700);
        List<Race.Lane> lanes = together(conditions, depths.stream().map(depth -> Workload.of(32, 32, depth, 100)));
        for (int i = 0; i < depths.size(); i++) {
            int depth = depths.get(i);
            figures.put(depth + "_layers_ms", lanes.get(i).ms());
            figures.put(depth + "_layers_ms_per_layer", lanes.get(i).ms().map(ms -> ms / depth));
        }
    }

    /** One after the other, as two networks of the widest sort may not fit into memory. */
    static void width(Figures figures, Conditions conditions) {
        for (int width : new int[] {8, 32, 240, 500, 1000, 2000}) {
            Workload workload = Workload.of(784, width, 7, 100);
            Race.Lane lane = conditions.alone(workload.on(Engine.actors(conditions.threads())));
            double operations = workload.operations();
            figures.put(width + "_units_ms", lane.ms());
            figures.put(width + "_units_gflops", lane.ms().map(ms -> operations / ms / 1e6));
        }
    }

    static void batch(Figures figures, Conditions conditions) {
        List<Integer> batches = List.of(1, 10, 100, 1000);
        List<Race.Lane> lanes = together(conditions, batches.stream().map(batch -> Workload.of(784, 240, 7, batch)));
        for (int i = 0; i < batches.size(); i++) {
            int batch = batches.get(i);
            figures.put("batch_" + batch + "_ms", lanes.get(i).ms());
            figures.put("batch_" + batch + "_us_per_example", lanes.get(i).ms().map(ms -> ms * MICROSECONDS / batch));
        }
    }

    private static List<Race.Lane> together(Conditions conditions, Stream<Workload> workloads) {
        Engine engine = Engine.actors(conditions.threads());
        return conditions.race(workloads.map(each -> each.on(engine)).toList());
    }
}
