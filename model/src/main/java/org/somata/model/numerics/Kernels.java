package org.somata.model.numerics;

import java.util.List;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;

/**
 * What layers compute with. An implementation holds no state of its own, so that any number of layers may share it; it
 * works on the matrices that it made itself.
 *
 * <p>Shapes: B examples, n units of a layer, m of the layer below; sums over a batch run over the rows.
 */
public interface Kernels {
    /** As the configuration names it: {@code fused}, {@code nd4j}. */
    String name();

    /** Whether there are numbers at all; see {@link NoArithmetic}. */
    default boolean computes() {
        return true;
    }

    /** A matrix of zeros that may be an operand of {@link #product}. */
    Matrix matrix(int rows, int columns);

    /** A matrix of zeros for element-wise work only: biases, an optimiser's averages. */
    Matrix state(int rows, int columns);

    /** out = A B, where A and B stand for their transposes as asked. */
    void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out);

    /** out = out + A B, where A and B stand for their transposes as asked. */
    void addProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out);

    /** out = s(a + bias), the bias (1 × n) added to each row (Eq. 1); {@code out} may be {@code a}. */
    void activate(Nonlinearity s, Matrix a, Matrix bias, Matrix out);

    /** out = x + ε, ε ~ N(0, deviation²), the draw named by {@code key} (see {@link Chance}). */
    void addNoise(Matrix x, double deviation, long key, Matrix out);

    /** out = base + (plus − minus): Eq. 18. */
    void difference(Matrix base, Matrix plus, Matrix minus, Matrix out);

    /** out = base + factor · direction: Eqs. 9 and 20. */
    void move(Matrix base, double factor, Matrix direction, Matrix out);

    /**
     * The gradient of a squared distance through a nonlinearity: delta = factor · (value − target) ∘ s′(value), its sums
     * over the batch in {@code sums} (1 × n).
     *
     * @return Σ (value − target)² over units and examples
     */
    double distanceGradient(Nonlinearity s, Matrix value, Matrix target, double factor, Matrix delta, Matrix sums);

    /** The chain rule through a nonlinearity: delta = credit ∘ s′(value), its sums over the batch in {@code sums}. */
    void chain(Nonlinearity s, Matrix credit, Matrix value, Matrix delta, Matrix sums);

    /** out = s(a + bias) for the nonlinearity that belongs to an output loss; {@code out} may be {@code a}. */
    void activateOutput(OutputLoss loss, Matrix a, Matrix bias, Matrix out);

    /**
     * delta = ∂L/∂a / B at the output layer for class labels, L averaged over the batch; its sums over the batch in
     * {@code sums}.
     *
     * @return the loss summed over the examples, in nats
     */
    double outputGradient(OutputLoss loss, Matrix output, int[] labels, Matrix delta, Matrix sums);

    /** How many examples are labelled otherwise than by the largest output (the first of equals). */
    int mistakes(Matrix output, int[] labels);

    /**
     * One update of {@code value} along {@code gradient}: see {@link Optimiser}.
     *
     * @param slots the optimiser's state, as many as {@link Optimiser#slots()} names
     * @param count updates so far, this one included
     * @return ‖Δ‖², the squared norm of the change
     */
    double update(Optimiser optimiser, double rate, long count, Matrix value, Matrix gradient, List<Matrix> slots);

    /** average ← decay · average + (1 − decay) · value. */
    void average(Matrix average, double decay, Matrix value);

    /** Σ a ∘ b. */
    double dot(Matrix a, Matrix b);
}
