package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpaceConfigTest {
    private static final double LARGEST = Math.nextDown(1.0);

    private static List<String> grid(SpaceConfig space) {
        return IntStream.range(0, space.size().orElseThrow())
                .mapToObj(index -> space.at(index).toString())
                .toList();
    }

    @Test
    void aGridHasBothEnds() {
        assertEquals(List.of("0.1", "0.3", "0.5"), grid(new SpaceConfig.Uniform(0.1, 0.5, OptionalInt.of(3))));
        assertEquals(
                List.of("0.001", "0.0316228", "1.0"), grid(new SpaceConfig.LogUniform(1e-3, 1, OptionalInt.of(3))));
        assertEquals(List.of("2", "5", "8"), grid(new SpaceConfig.Whole(2, 10, 3)));
        assertEquals(List.of("4"), grid(new SpaceConfig.Whole(4, 4, null)));
    }

    @Test
    void drawsStayWithin() {
        SpaceConfig any = new SpaceConfig.Uniform(0.1234567, 0.2345678, OptionalInt.empty());
        assertEquals("0.123457", any.draw(0).toString());
        // six digits, but not beyond the end
        assertEquals("0.2345678", any.draw(LARGEST).toString());
        SpaceConfig log = new SpaceConfig.LogUniform(1e-4, 1e-2, OptionalInt.empty());
        assertEquals("0.001", log.draw(0.5).toString());
        assertEquals("1.0E-4", log.draw(0).toString());
        assertEquals("0.01", log.draw(LARGEST).toString());
        SpaceConfig whole = new SpaceConfig.Whole(-1, 1, null);
        assertEquals("-1", whole.draw(0).toString());
        assertEquals("1", whole.draw(LARGEST).toString());
        SpaceConfig wide = new SpaceConfig.Uniform(-Double.MAX_VALUE, Double.MAX_VALUE, OptionalInt.empty());
        assertEquals("0.0", wide.draw(0.5).toString());
        SpaceConfig steps = new SpaceConfig.Uniform(0, 1, OptionalInt.of(2));
        assertEquals("0.0", steps.draw(0.49).toString());
        assertEquals("1.0", steps.draw(LARGEST).toString());
    }

    @Test
    void logarithmsAreSpreadEvenly() {
        SpaceConfig log = new SpaceConfig.LogUniform(1e-4, 1e-2, OptionalInt.empty());
        long small = IntStream.range(0, 1000)
                .filter(i -> Double.parseDouble(log.draw(i / 1000.0).toString()) < 1e-3)
                .count();
        assertTrue(Math.abs(small - 500) <= 1, () -> small + " of 1000");
    }
}
