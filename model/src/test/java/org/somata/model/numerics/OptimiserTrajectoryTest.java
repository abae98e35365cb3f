package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.Optimiser;

/** The path of one number from 1 at rate 0.1, worked out by hand: the gradients are 1, −2 and 0.5. */
class OptimiserTrajectoryTest {
    private static final double[] GRADIENTS = {1, -2, 0.5};

    /** m = −0.1; then 0.5 · −0.1 + 0.2 = 0.15; then 0.5 · 0.15 − 0.05 = 0.025. */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void gradientDescentHasMomentum(Bench bench) {
        check(bench, new Optimiser.Sgd(0.5), 0.9, 1.05, 1.075);
    }

    /**
     * q = ¼, Δ = −0.1 / (½ + ½); q = ¾ · ¼ + ¼ · 4 = 1.1875, Δ = 0.2 / (1.0897247358851685 + ½) = 0.12580794365550257; q
     * = ¾ · 1.1875 + ¼ · ¼ = 0.953125, Δ = −0.05 / (0.9762812094883317 + ½) = −0.03386888600805915.
     */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void rmspropDividesByTheRootOfTheMeanSquare(Bench bench) {
        check(bench, new Optimiser.Rmsprop(0.75, 0.5), 0.9, 1.0258079436555025, 0.9919390576474434);
    }

    /**
     * a = ½, q = ½, √(q − a² + ¾) = √1, m = −0.1; a = −¾, q = 2¼, √(2.25 − 0.5625 + 0.75) = 1.5612494995995996, m = −0.05 +
     * 0.12810252304406972 = 0.07810252304406971; a = −⅛, q = 1¼, √(1.25 − 0.015625 + 0.75) = 1.4086784586980805, m =
     * 0.039051261522034855 − 0.035494260376644556 = 0.003557001145390301.
     */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void centredRmspropDividesByTheStandardDeviation(Bench bench) {
        check(bench, new Optimiser.CentredRmsprop(0.5, 0.5, 0.75), 0.9, 0.9781025230440697, 0.98165952418946);
    }

    /**
     * a = ½, q = ¼, both unbiased 1, Δ = −0.1 / 1½; a = −¾, unbiased −¾ / ¾ = −1, q = 1.1875, unbiased 1.1875 / 0.4375 =
     * 2.7142857142857144, Δ = 0.1 / (1.647508942095828 + ½) = 0.04656558025896113; a = −⅛, unbiased −⅛ / ⅞ = −1/7, q =
     * 0.953125, unbiased 0.953125 / 0.578125 = 1.6486486486486487, Δ = (0.1 / 7) / (1.283997137321049 + ½) =
     * 0.008007700229366132.
     */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void adamTakesTheBiasOutOfBothAverages(Bench bench) {
        check(bench, new Optimiser.Adam(0.5, 0.75, 0.5), 0.9333333333333333, 0.9798989135922945, 0.9879066138216607);
    }

    private static void check(Bench bench, Optimiser optimiser, double... expected) {
        Matrix value = bench.state(1, 1, new double[] {1});
        List<Matrix> slots = OptimiserKernelsTest.slots(bench, optimiser, 1, 1);
        double before = 1;
        for (int i = 0; i < expected.length; i++) {
            Matrix gradient = bench.state(1, 1, new double[] {GRADIENTS[i]});
            double squared = bench.kernels.update(optimiser, 0.1, i + 1, value, gradient, slots);
            assertEquals(expected[i], value.toDoubles()[0], 8 * bench.roundoff);
            assertEquals(Math.pow(expected[i] - before, 2), squared, 8 * bench.roundoff);
            before = expected[i];
        }
    }
}
