package org.somata.model.network;

import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;

/** The paper's conditions on a layer's targets, each as the share of examples for which it holds. */
final class TargetConditions {
    private final double[] activation;
    private final double[] target;
    private final int rows;
    private final int width;

    /** @param memory a layer's, after its target has come */
    TargetConditions(Memory memory) {
        activation = memory.activation().toDoubles();
        target = memory.credit().toDoubles();
        rows = memory.activation().rows();
        width = memory.activation().columns();
    }

    /** Eq. 7: ‖ĥ_i − f_i(ĥ_{i−1})‖² below ‖ĥ_i − h_i‖², {@code image} being f_i(ĥ_{i−1}). */
    double lowersLocalLoss(Matrix image) {
        double[] moved = image.toDoubles();
        int holds = 0;
        for (int row = 0; row < rows; row++) {
            double before = 0;
            double after = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                before += (target[i] - activation[i]) * (target[i] - activation[i]);
                after += (target[i] - moved[i]) * (target[i] - moved[i]);
            }
            holds += after < before ? 1 : 0;
        }
        return (double) holds / rows;
    }

    /** Eq. 25: (ĥ_i − h_i)ᵀ (f_i(ĥ_{i−1}) − h_i) above 0. */
    double movesTowardsTarget(Matrix image) {
        double[] moved = image.toDoubles();
        int holds = 0;
        for (int row = 0; row < rows; row++) {
            double along = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                along += (target[i] - activation[i]) * (moved[i] - activation[i]);
            }
            holds += along > 0 ? 1 : 0;
        }
        return (double) holds / rows;
    }

    /** The share of units and examples whose target equals their activation: float32 resolves no difference there. */
    double unchangedUnits() {
        int equal = 0;
        for (int i = 0; i < activation.length; i++) {
            equal += activation[i] == target[i] ? 1 : 0;
        }
        return (double) equal / activation.length;
    }
}
