package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Moment;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;

/** One mapping of two inputs and one output that begins at 0: what its updates make of their staleness. */
class StaleUpdateTest {
    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    static Stream<Arguments> optimisers() {
        return kernels()
                .flatMap(kernels -> Stream.of(
                                new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3),
                                new Optimiser.Rmsprop(0.9, 1e-6),
                                new Optimiser.Sgd(0.9),
                                new Optimiser.Adam(0.9, 0.999, 1e-8))
                        .map(optimiser -> Arguments.of(kernels, optimiser)));
    }

    /** How exactly numbers of about 1 can be expected to come out. */
    static double precision(Kernels kernels) {
        return kernels.name().equals(Backend.doublePrecision().name()) ? 1e-14 : 1e-6;
    }

    static Mapping mapping(Kernels kernels, Optimiser optimiser, Decaying rate, Coping coping) {
        MappingSpec spec =
                new MappingSpec(2, 1, Nonlinearity.LINEAR, new Initialisation.Zero(), optimiser, rate, coping);
        return new Mapping(kernels, spec, "W", "b", 0, 1);
    }

    static void gradient(Mapping mapping, double first, double second, double ofBias) {
        mapping.weightGradient().write(new double[] {first, second});
        mapping.biasGradient().write(new double[] {ofBias});
    }

    /** One update at once; returns the norm of the change. */
    private static double update(Mapping mapping, long staleness) {
        assertEquals(true, mapping.gather(staleness));
        return mapping.descend(Moment.START);
    }

    /** Gradients (1, −4) and 2, rate ½; s = 3 makes that ¼ or ⅛. */
    @ParameterizedTest
    @MethodSource("kernels")
    void theRateIsScaledToTheStalenessOfTheUpdate(Kernels kernels) {
        double[] factors = {1, 0.5, 0.25};
        for (RateScaling scaling : RateScaling.values()) {
            Mapping mapping =
                    mapping(kernels, new Optimiser.Sgd(0), Decaying.constant(0.5), new Coping(scaling, false, 1));
            gradient(mapping, 1, -4, 2);
            double rate = 0.5 * factors[scaling.ordinal()];
            assertEquals(rate * Math.sqrt(21), update(mapping, 3), 1e-6);
            assertArrayEquals(new double[] {-rate, 4 * rate}, mapping.weights().toDoubles());
            assertArrayEquals(new double[] {-2 * rate}, mapping.bias().toDoubles());
            assertEquals(3, mapping.staleness());
            update(mapping, 0);
            assertArrayEquals(
                    new double[] {-rate - 0.5, 4 * rate + 2}, mapping.weights().toDoubles());
        }
    }

    @Test
    void decayAndStalenessBothLowerTheRate() {
        Decaying rate = new Decaying(0.5, new Decay.Linear(0));
        Mapping mapping = mapping(
                Backend.doublePrecision(), new Optimiser.Sgd(0), rate, new Coping(RateScaling.INVERSE, false, 1));
        gradient(mapping, 1, -4, 2);
        mapping.gather(1);
        mapping.descend(new Moment(5, 0.75));
        assertArrayEquals(new double[] {-0.0625, 0.25}, mapping.weights().toDoubles());
    }

    /**
     * μ = ½, rate ½, the gradient of b always 2: m = −1; at s = 1 μ is ¼, m = −¼ − 1 = −1¼, b = −2¼; at s = 0 again m = −⅝ −
     * 1, b = −3⅞; at s = 3 μ is ⅛, m = −13/64 − 1.
     */
    @ParameterizedTest
    @MethodSource("kernels")
    void theMomentumOfGradientDescentIsCorrected(Kernels kernels) {
        Mapping mapping =
                mapping(kernels, new Optimiser.Sgd(0.5), Decaying.constant(0.5), new Coping(RateScaling.NONE, true, 1));
        long[] staleness = {0, 1, 0, 3};
        double[] expected = {-1, -2.25, -3.875, -3.875 - 77.0 / 64};
        for (int i = 0; i < expected.length; i++) {
            gradient(mapping, 0, 0, 2);
            update(mapping, staleness[i]);
            assertArrayEquals(new double[] {expected[i]}, mapping.bias().toDoubles());
        }
    }

    /**
     * ρ = μ = ½, ε = ¾, rate 0.1, gradients 1, −2, ½. As on paper in OptimiserTrajectoryTest m = −0.1, then at s = 1 with μ
     * = ¼ −0.025 + 0.12810252304406972, then at s = 3 with μ = ⅛ a part of that − 0.035494260376644556.
     */
    @ParameterizedTest
    @MethodSource("kernels")
    void theMomentumOfCentredRmspropIsCorrected(Kernels kernels) {
        Mapping mapping = mapping(
                kernels,
                new Optimiser.CentredRmsprop(0.5, 0.5, 0.75),
                Decaying.constant(0.1),
                new Coping(RateScaling.NONE, true, 1));
        double[] gradients = {1, -2, 0.5};
        long[] staleness = {0, 1, 3};
        double second = -0.025 + 0.12810252304406972;
        double[] moves = {-0.1, second, second / 8 - 0.035494260376644556};
        double at = 0;
        for (int i = 0; i < moves.length; i++) {
            gradient(mapping, 0, 0, gradients[i]);
            update(mapping, staleness[i]);
            at += moves[i];
            assertEquals(at, mapping.bias().toDoubles()[0], precision(kernels));
        }
    }

    /** With whatever options, an update that is not stale is the plain one to the bit, in its state as well. */
    @ParameterizedTest
    @MethodSource("optimisers")
    void freshGradientsAreLearnedFromAsEver(Kernels kernels, Optimiser optimiser) {
        Mapping plain = mapping(kernels, optimiser, Decaying.constant(0.1), Coping.NONE);
        SplittableRandom random = new SplittableRandom(1);
        for (RateScaling scaling : RateScaling.values()) {
            Mapping coping = mapping(
                    kernels, optimiser, Decaying.constant(0.1), new Coping(scaling, optimiser.hasMomentum(), 1));
            coping.version(plain.version());
            Map<String, Matrix> mine = arrays(coping);
            arrays(plain).forEach((name, array) -> mine.get(name).copyFrom(array));
            for (int i = 0; i < 3; i++) {
                double[] g = random.doubles(3, -1, 1).toArray();
                gradient(plain, g[0], g[1], g[2]);
                gradient(coping, g[0], g[1], g[2]);
                assertEquals(plain.descend(Moment.START), update(coping, 0));
            }
            arrays(plain)
                    .forEach((name, array) ->
                            assertArrayEquals(array.toDoubles(), mine.get(name).toDoubles(), name));
            assertEquals(arrays(plain).keySet(), mine.keySet());
        }
    }

    private static Map<String, Matrix> arrays(Mapping mapping) {
        Map<String, Matrix> arrays = new LinkedHashMap<>();
        mapping.collect(arrays);
        return arrays;
    }

    @Test
    void aMomentumThatIsNotThereCannotBeCorrected() {
        Coping corrected = new Coping(RateScaling.NONE, true, 1);
        Optimiser adam = new Optimiser.Adam(0.9, 0.999, 1e-8);
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> mapping(Backend.doublePrecision(), adam, Decaying.constant(0.1), corrected));
        assertEquals(
                "a momentum corrected for staleness, but Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8] has none; give"
                        + " centred RMSprop or gradient descent, or no correction",
                error.getMessage());
    }
}
