package org.somata.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** What is reckoned from the shapes is what the kernels are asked to multiply. */
class OperationsTest {
    private static final int BATCH = 6;

    @ParameterizedTest
    @ValueSource(strings = {Workload.DTP, Workload.BP})
    void theProductsOfAStepAreAllCounted(String rule) {
        for (int depth : new int[] {1, 2, 5}) {
            Workload workload = Workload.of(9, 7, depth, BATCH).by(rule);
            AtomicLong multiplied = new AtomicLong();
            Assembly sound = workload.assembly();
            Assembly counting = sound.with(counting(sound.kernels(), multiplied));
            try (Training training = new Training(counting.network(Engine.loop()), new MadeUp(BATCH, 9, 10), BATCH)) {
                training.work(3);
            }
            assertEquals(3 * workload.operations(), multiplied.get(), rule + ", " + depth + " layers");
        }
    }

    /** By hand: 2 products with W_1, 7 in each layer between, 3 at the output. */
    @Test
    void aStepOfThePapersNetwork() {
        long hidden = 2L * 100 * 240 * 240;
        assertEquals(
                2 * 2L * 100 * 784 * 240 + 6 * 7 * hidden + 3 * 2L * 100 * 240 * 10,
                Workload.paper(Workload.DTP).operations());
        assertEquals(
                2 * 2L * 100 * 784 * 240 + 6 * 3 * hidden + 3 * 2L * 100 * 240 * 10,
                Workload.paper(Workload.BP).operations());
    }

    private static Kernels counting(Kernels sound, AtomicLong multiplied) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("product")) {
                        Matrix a = (Matrix) arguments[0];
                        Matrix out = (Matrix) arguments[4];
                        int inner = (boolean) arguments[1] ? a.rows() : a.columns();
                        multiplied.addAndGet(2L * out.rows() * inner * out.columns());
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
