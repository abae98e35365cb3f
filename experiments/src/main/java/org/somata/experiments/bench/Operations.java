package org.somata.experiments.bench;

import org.somata.experiments.assembly.Assembly;

/** Counts the floating-point operations of matrix products: two for each number multiplied, x·y and its addition. */
final class Operations {
    private Operations() {}

    static long ofProduct(long rows, long inner, long columns) {
        return 2 * rows * inner * columns;
    }

    /**
     * Those of a step of difference target propagation (Eq. 32, V at every step) or of backpropagation. A product with W
     * costs what one with its transpose does, and what its gradient does.
     */
    static long ofStep(Assembly assembly, int batch) {
        long total = 0;
        for (int place = 1; place <= assembly.depth(); place++) {
            int[] w = assembly.shapes(place).get("W");
            // V: f(h+ε), g of it, its gradient; g(h) and g(ĥ). Without V a layer pulls the gradient down through W
            boolean feedback = assembly.shapes(place).containsKey("V");
            int further = feedback ? 5 : place > 1 ? 1 : 0;
            total += (2 + further) * ofProduct(batch, w[1], w[0]);
        }
        return total;
    }
}
