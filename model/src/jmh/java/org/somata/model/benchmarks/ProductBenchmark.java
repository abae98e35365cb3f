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
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** The three products of a mapping in the paper's networks, minibatches of 100. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProductBenchmark {
    private static final int EXAMPLES = 100;

    @Param
    public Arithmetic arithmetic;

    /** Inputs and outputs of the mapping. */
    @Param({"784x240", "240x240", "240x10", "784x500", "3072x1000", "1000x1000"})
    public String mapping;

    private Kernels kernels;
    private Matrix below;
    private Matrix above;
    private Matrix weights;
    private Matrix belowOut;
    private Matrix aboveOut;
    private Matrix gradient;

    @Setup
    public void draw() {
        String[] sizes = mapping.split("x");
        int inputs = Integer.parseInt(sizes[0]);
        int outputs = Integer.parseInt(sizes[1]);
        kernels = arithmetic.kernels();
        below = Arithmetic.signal(kernels, EXAMPLES, inputs, 1, 1);
        above = Arithmetic.signal(kernels, EXAMPLES, outputs, 1, 2);
        weights = Arithmetic.signal(kernels, outputs, inputs, 0.05, 3);
        belowOut = kernels.matrix(EXAMPLES, inputs);
        aboveOut = kernels.matrix(EXAMPLES, outputs);
        gradient = kernels.matrix(outputs, inputs);
    }

    /** x Wᵀ. */
    @Benchmark
    public Matrix forward() {
        kernels.product(below, false, weights, true, aboveOut);
        return aboveOut;
    }

    /** δ W. */
    @Benchmark
    public Matrix pullBack() {
        kernels.product(above, false, weights, false, belowOut);
        return belowOut;
    }

    /** δᵀ x. */
    @Benchmark
    public Matrix gradient() {
        kernels.product(above, true, below, false, gradient);
        return gradient;
    }
}
