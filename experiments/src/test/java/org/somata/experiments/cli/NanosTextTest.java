package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanosTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "1, 1 ns",
        "1.5, 1.50 ns",
        "999, 999 ns",
        "1000, 1.00 µs",
        "9994, 9.99 µs",
        "9995, 10.0 µs",
        "99960, 100 µs",
        "999499, 999 µs",
        "999500, 1.00 ms",
        "1234567890, 1.23 s",
        "5000000000000, 5000 s"
    })
    void threeDigitsCount(double nanos, String text) {
        assertEquals(text, NanosText.of(nanos));
    }
}
