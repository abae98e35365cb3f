package org.somata.experiments.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.somata.experiments.assembly.Engine;

/** The benchmarks, by name; each gives figures by name. */
public enum Benchmark {
    /** The network of section 3.1: DTP and BP, ms a step on all cores, and the matrix product on one. */
    STEP {
        @Override
        public Map<String, Double> measure(int threads) {
            Map<String, Double> figures = new LinkedHashMap<>();
            Engine engine = Engine.actors(threads);
            put(figures, "dtp_step_ms", Workload.paper(DTP).milliseconds(engine));
            put(figures, "bp_step_ms", Workload.paper(BP).milliseconds(engine));
            put(figures, "gemm_gflops", Gemm.gigaflops());
            return figures;
        }
    },
    /** What the actors cost and what their threads gain: the same DTP step by the loop and by actors. */
    ENGINES {
        @Override
        public Map<String, Double> measure(int threads) {
            Map<String, Double> figures = new LinkedHashMap<>();
            Workload paper = Workload.paper(DTP);
            put(figures, "loop_ms", paper.milliseconds(Engine.loop()));
            put(figures, "actors_1_thread_ms", paper.milliseconds(Engine.actors(1)));
            put(figures, "actors_" + threads + "_threads_ms", paper.milliseconds(Engine.actors(threads)));
            return figures;
        }
    };

    private static final String DTP = "difference-target-propagation";
    private static final String BP = "backpropagation";

    /** Figures by name, medians, with {@code _min} and {@code _max} beside them. */
    public abstract Map<String, Double> measure(int threads);

    /** As on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Double> figures, String name, Spread spread) {
        figures.put(name, spread.median());
        figures.put(name + "_min", spread.min());
        figures.put(name + "_max", spread.max());
    }
}
