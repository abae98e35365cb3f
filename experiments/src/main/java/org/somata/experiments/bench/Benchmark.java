package org.somata.experiments.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.somata.experiments.assembly.Engine;

/** The benchmarks, by name; each gives figures by name, medians with {@code _min} and {@code _max} beside them. */
public enum Benchmark {
    /** The network of section 3.1: DTP and BP, ms a step on all cores, and the matrix product on one. */
    STEP {
        @Override
        void measure(Figures figures, int threads) {
            Engine engine = Engine.actors(threads);
            figures.put("dtp_step_ms", Workload.paper(DTP).measure(engine).milliseconds());
            figures.put("bp_step_ms", Workload.paper(BP).measure(engine).milliseconds());
            figures.put("gemm_gflops", Gemm.gigaflops());
        }
    },
    /** What the actors cost and what their threads gain: the same DTP step by the loop and by actors. */
    ENGINES {
        @Override
        void measure(Figures figures, int threads) {
            Workload paper = Workload.paper(DTP);
            figures.put("loop_ms", paper.measure(Engine.loop()).milliseconds());
            figures.put("actors_1_thread_ms", paper.measure(Engine.actors(1)).milliseconds());
            figures.put(
                    "actors_" + threads + "_threads_ms",
                    paper.measure(Engine.actors(threads)).milliseconds());
        }
    },
    /** V learning when the target has been passed on, rather than on the activation. */
    ORDERS {
        @Override
        void measure(Figures figures, int threads) {
            for (String when : new String[] {"on-activation", "after-target"}) {
                Workload paper = Workload.paper(DTP).with("learning.feedback-when=" + when);
                figures.put(
                        when + "_1_thread_ms", paper.measure(Engine.actors(1)).milliseconds());
                figures.put(
                        when + "_" + threads + "_threads_ms",
                        paper.measure(Engine.actors(threads)).milliseconds());
            }
        }
    },
    /** The paper's networks. */
    SIZES {
        @Override
        void measure(Figures figures, int threads) {
            Map<String, Workload> networks = new LinkedHashMap<>();
            networks.put("784-7x240", Workload.of(784, 240, 7, 100));
            networks.put("3072-3x1000", Workload.of(3072, 1000, 3, 100));
            networks.put("784-2x500", Workload.of(784, 500, 2, 100));
            networks.put("784-2x200", Workload.of(784, 200, 2, 100));
            networks.forEach((name, workload) -> {
                for (String rule : new String[] {DTP, BP}) {
                    Workload.Measured measured =
                            workload.with("learning.rule=" + rule).measure(Engine.actors(threads));
                    figures.put(name + "_" + (rule.equals(DTP) ? "dtp" : "bp") + "_ms", measured.milliseconds());
                }
            });
        }
    },
    /** Ever more layers of 32 units. */
    DEPTH {
        @Override
        void measure(Figures figures, int threads) {
            for (int depth : new int[] {7, 70, 700}) {
                figures.put(
                        depth + "_layers_ms",
                        Workload.of(32, 32, depth, 100)
                                .measure(Engine.actors(threads))
                                .milliseconds());
            }
        }
    },
    /** Ever wider layers, seven of them. */
    WIDTH {
        @Override
        void measure(Figures figures, int threads) {
            for (int width : new int[] {8, 32, 240, 500, 1000, 2000}) {
                figures.put(
                        width + "_units_ms",
                        Workload.of(784, width, 7, 100)
                                .measure(Engine.actors(threads))
                                .milliseconds());
            }
        }
    },
    /** Ever larger minibatches of section 3.1's network. */
    BATCH {
        @Override
        void measure(Figures figures, int threads) {
            for (int batch : new int[] {1, 10, 100, 1000}) {
                figures.put(
                        "batch_" + batch + "_ms",
                        Workload.of(784, 240, 7, batch)
                                .measure(Engine.actors(threads))
                                .milliseconds());
            }
        }
    },
    /** Messages between layers a second where they have next to nothing to compute: 8 units, one example. */
    MESSAGES {
        @Override
        void measure(Figures figures, int threads) {
            int depth = 7;
            Spread ms =
                    Workload.of(8, 8, depth, 1).measure(Engine.actors(threads)).milliseconds();
            int messages = 2 * depth + 1;
            figures.put(
                    "messages_per_s",
                    new Spread(messages / ms.median() * 1e3, messages / ms.max() * 1e3, messages / ms.min() * 1e3));
        }
    },
    /** Bytes that a step leaves on the Java heap. */
    ALLOCATION {
        @Override
        void measure(Figures figures, int threads) {
            figures.put(
                    "dtp_bytes_per_step",
                    Workload.paper(DTP).measure(Engine.actors(threads)).bytes());
            figures.put(
                    "loop_bytes_per_step",
                    Workload.paper(DTP).measure(Engine.loop()).bytes());
        }
    };

    private static final String DTP = "difference-target-propagation";
    private static final String BP = "backpropagation";

    abstract void measure(Figures figures, int threads);

    /** Runs it; takes seconds to minutes. */
    public Map<String, Double> run(int threads) {
        Figures figures = new Figures(new LinkedHashMap<>());
        measure(figures, threads);
        return figures.byName();
    }

    /** As on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was measured, by name. */
    record Figures(Map<String, Double> byName) {
        void put(String name, Spread spread) {
            byName.put(name, spread.median());
            byName.put(name + "_min", spread.min());
            byName.put(name + "_max", spread.max());
        }
    }
}
