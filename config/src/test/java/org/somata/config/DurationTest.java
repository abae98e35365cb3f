package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTest {
    @ParameterizedTest
    @CsvSource({
        "0ms, 0, 0ms",
        "0h, 0, 0ms",
        "7ns, 7, 7ns",
        "250us, 250000, 250us",
        "1.5ms, 1500000, 1500us",
        "1.50us, 1500, 1500ns",
        "0.000000001s, 1, 1ns",
        "1000ms, 1000000000, 1s",
        "90s, 90000000000, 90s",
        "120s, 120000000000, 2min",
        "007min, 420000000000, 7min",
        "36h, 129600000000000, 36h",
        "876000h, 3153600000000000000, 876000h",
    })
    void isANumberAndAUnit(String text, long nanos, String written) {
        Duration duration = Duration.of(text);
        assertEquals(new Duration(nanos), duration);
        assertEquals(written, duration.toString());
        assertEquals(duration, Duration.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "ms", "5m", "5 ms", "5MS", "-5ms", "+5ms", "5e3ms", ".5ms", "5.ms", "1.2.3ms", "5ms6us"
            })
    void isNothingElse(String text) {
        Problem problem = assertThrows(Problem.class, () -> Duration.of(text));
        assertEquals("is the text \"" + text + "\"; give " + Duration.WORDS, problem.what());
    }

    @Test
    void isNeitherTooFineNorTooLongNorEndless() {
        assertTrue(what("1.2345us").startsWith("is 1.2345us, no whole number of nanoseconds;"));
        assertTrue(what("876000.1h").startsWith("is 876000.1h, longer than a hundred years;"));
        assertTrue(what("9".repeat(38) + "h").contains("longer than a hundred years;"));
        assertTrue(what("9".repeat(1_000_000) + "h").startsWith("is the text \"999"));
        assertThrows(Problem.class, () -> new Duration(-1));
    }

    private static String what(String text) {
        return assertThrows(Problem.class, () -> Duration.of(text)).what();
    }
}
