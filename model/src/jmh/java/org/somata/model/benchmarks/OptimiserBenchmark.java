package org.somata.model.benchmarks;

import java.util.List;
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
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** One update of the weights between the paper's hidden layers, 240 × 240. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OptimiserBenchmark {
    private static final int UNITS = 240;
    private static final double RATE = 1e-4;

    /** The optimisers at the values that they are used with. */
    public enum Method {
        CENTRED_RMSPROP(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-4)),
        RMSPROP(new Optimiser.Rmsprop(0.9, 1e-6)),
        SGD(new Optimiser.Sgd(0.9)),
        ADAM(new Optimiser.Adam(0.9, 0.999, 1e-8));

        private final Optimiser optimiser;

        Method(Optimiser optimiser) {
            this.optimiser = optimiser;
        }
    }

    @Param
    public Arithmetic arithmetic;

    @Param
    public Method method;

    private Kernels kernels;
    private Matrix weights;
    private Matrix gradient;
    private List<Matrix> slots;
    private long count;

    @Setup
    public void draw() {
        kernels = arithmetic.kernels();
        weights = Arithmetic.signal(kernels, UNITS, UNITS, 0.05, 1);
        gradient = Arithmetic.signal(kernels, UNITS, UNITS, 0.01, 2);
        slots = method.optimiser.slots().stream()
                .map(slot -> kernels.state(UNITS, UNITS))
                .toList();
        count = 0;
    }

    @Benchmark
    public double update() {
        return kernels.update(method.optimiser, RATE, ++count, weights, gradient, slots);
    }
}
