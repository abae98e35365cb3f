package org.somata.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.assembly.Engine;

/** A step of section 3.1's network leaves little on the Java heap: the messages, not what they carry. */
class AllocationTest {
    private static final int WARM_UP = 50;
    private static final int STEPS = 200;
    private static final int MOST = 32_000;

    @ParameterizedTest
    @ValueSource(strings = {Workload.DTP, Workload.BP})
    void aStepByActorsLeavesLessThan32Kilobytes(String rule) {
        check(rule, Engine.actors(2));
    }

    @Test
    void aStepByTheLoopLeavesLessThan32Kilobytes() {
        check(Workload.DTP, Engine.loop());
    }

    private static void check(String rule, Engine engine) {
        try (Training training = Workload.paper(rule).on(engine)) {
            training.work(WARM_UP);
            long before = Allocation.bytes();
            training.work(STEPS);
            long each = (Allocation.bytes() - before) / STEPS;
            assertTrue(each < MOST, rule + " by " + engine.label() + " leaves " + each + " bytes a step");
        }
    }

    /** A minibatch of its activations in one layer is three times the bound: no copy of one can hide under it. */
    @Test
    void anArrayIsNoticed() {
        long before = Allocation.bytes();
        float[] activations = new float[100 * 240];
        assertTrue(Allocation.bytes() - before > activations.length * Float.BYTES);
    }
}
