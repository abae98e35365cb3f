package org.somata.model.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.somata.model.Examples;
import org.somata.model.Networks;
import org.somata.model.Taught;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Presentation.Purpose;

/** A step of section 3.1's network, 784-7×240-10, by the plain loop: what the kernels add up to on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepBenchmark {
    private static final int FEATURES = 784;
    private static final int UNITS = 240;
    private static final int CLASSES = 10;
    private static final int BATCH = 100;
    private static final double RATE = 1e-4;

    /** How the network learns. */
    public enum Method {
        DTP(new DifferenceTargetPropagation(0.33)),
        BP(new Backpropagation());

        private final Rule rule;

        Method(Rule rule) {
            this.rule = rule;
        }
    }

    @Param
    public Arithmetic arithmetic;

    @Param
    public Method method;

    private Taught network;
    private final Examples minibatch = new Minibatch();

    @Setup
    public void build() {
        network = Networks.of(FEATURES, UNITS, UNITS, UNITS, UNITS, UNITS, UNITS, UNITS, CLASSES)
                .rule(method.rule)
                .initialisation(new Initialisation.Uniform(1))
                .optimiser(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-4))
                .rates(RATE, RATE)
                .noise(0.36)
                .batch(BATCH)
                .on(arithmetic.kernels());
    }

    @Benchmark
    public Taught step() {
        return network.present(Purpose.LEARN, minibatch);
    }

    /** Inputs in [0, 1) that are functions of the index, labels that go round. */
    private static final class Minibatch implements Examples {
        @Override
        public int count() {
            return BATCH;
        }

        @Override
        public int features() {
            return FEATURES;
        }

        @Override
        public int classes() {
            return CLASSES;
        }

        @Override
        public void copyInput(int index, float[] into, int offset) {
            for (int i = 0; i < FEATURES; i++) {
                into[offset + i] = ((index * 31 + i * 17) & 255) / 256f;
            }
        }

        @Override
        public int label(int index) {
            return index % CLASSES;
        }
    }
}
