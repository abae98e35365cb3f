package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where numbers are written with other digits, files are named as everywhere. */
class ForeignDigitsTest {
    @Test
    void partsAreNamedByAsciiDigits() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Path part = new TraceFolder(Path.of("trace")).part(7);
            assertEquals("part-000007.trace", part.getFileName().toString());
            assertEquals(7, TraceFolder.number(part));
        } finally {
            Locale.setDefault(before);
        }
    }
}
