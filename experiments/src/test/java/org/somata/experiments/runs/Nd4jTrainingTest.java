package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.assembly.Engine;

/** The kernels that a CUDA device would run, on the CPU. */
class Nd4jTrainingTest {
    @TempDir
    private Path folder;

    private double testError(String kernels) {
        Trial trial = Trial.in(
                folder,
                "numerics.kernels=" + kernels,
                "data={set: mnist-slice, train: 3000, valid: 500, test: 1000}",
                "network.layers=[{units: 100, count: 3}]",
                "training={epochs: 4, batch: 50}",
                "learning.forward.rate=0.001",
                "learning.feedback.rate=0.001");
        trial.completed(kernels, Engine.actors(2));
        return Trial.result(folder.resolve(kernels)).atEnd().testError();
    }

    @Test
    void aWholeNetworkLearnsDigitsWithNd4jAlone() {
        double nd4j = testError("nd4j");
        assertTrue(nd4j < 20, () -> "test error " + nd4j + " %");
        double fused = testError("fused");
        assertEquals(fused, nd4j, 2, "the kernels differ in the last bits alone");
    }
}
