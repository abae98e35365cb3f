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
import org.somata.model.numerics.Nonlinearity;

/** The passes over a signal of the paper's hidden layers, 100 × 240. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ElementBenchmark {
    private static final int EXAMPLES = 100;
    private static final int UNITS = 240;
    private static final double DEVIATION = 0.36;

    @Param
    public Arithmetic arithmetic;

    private Kernels kernels;
    private Matrix first;
    private Matrix second;
    private Matrix third;
    private Matrix bias;
    private Matrix out;
    private Matrix sums;
    private long draw;

    @Setup
    public void draw() {
        kernels = arithmetic.kernels();
        first = Arithmetic.signal(kernels, EXAMPLES, UNITS, DEVIATION, 1);
        second = Arithmetic.signal(kernels, EXAMPLES, UNITS, DEVIATION, 2);
        third = Arithmetic.signal(kernels, EXAMPLES, UNITS, DEVIATION, 3);
        bias = Arithmetic.state(kernels, 1, UNITS, DEVIATION, 4);
        out = kernels.matrix(EXAMPLES, UNITS);
        sums = kernels.state(1, UNITS);
    }

    @Benchmark
    public Matrix activateTanh() {
        kernels.activate(Nonlinearity.TANH, first, bias, out);
        return out;
    }

    @Benchmark
    public Matrix activateSigmoid() {
        kernels.activate(Nonlinearity.SIGMOID, first, bias, out);
        return out;
    }

    @Benchmark
    public Matrix addNoise() {
        kernels.addNoise(first, DEVIATION, ++draw, out);
        return out;
    }

    @Benchmark
    public Matrix difference() {
        kernels.difference(first, second, third, out);
        return out;
    }

    @Benchmark
    public double distanceGradient() {
        return kernels.distanceGradient(Nonlinearity.TANH, first, second, 2.0 / EXAMPLES, out, sums);
    }

    @Benchmark
    public Matrix chain() {
        kernels.chain(Nonlinearity.TANH, first, second, out, sums);
        return out;
    }
}
