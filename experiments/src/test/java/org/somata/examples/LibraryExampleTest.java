package org.somata.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it takes standard output and the locale")
class LibraryExampleTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern ERROR = Pattern.compile("test error: ([0-9.]+) %\n");

    @Test
    void theExampleLearns() {
        String printed = printedBy(() -> LibraryExample.main(new String[0]));
        Matcher error = ERROR.matcher(printed);
        assertTrue(error.find(), printed);
        assertTrue(Double.parseDouble(error.group(1)) < 10, printed);
        assertEquals(
                10, Pattern.compile("epoch \\d+: ").matcher(printed).results().count(), printed);
        // a presentation takes (784 + 6 · 100) · 100 activations and targets, and 100 labels, of 32 bits each
        long learning = 10 * 40 * 32L * ((784 + 6 * 100) * 100 + 100);
        assertTrue(printed.contains(learning / 1_000_000 + " million bits"), printed);
    }

    /** So that whoever copies from the README copies what was tried. */
    @Test
    void theReadmeShowsWhatIsTestedHere() throws IOException {
        List<String> shown = BLOCK.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of(source("LibraryExample"), source("DampedDifferenceTargetPropagation")), shown);
    }

    /** All but the line that names the package. */
    private static String source(String name) throws IOException {
        String file =
                Files.readString(Path.of("src/test/java/org/somata/examples").resolve(name + ".java"));
        return file.substring(file.indexOf("import "));
    }

    private static String printedBy(Runnable program) {
        PrintStream before = System.out;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            Locale.setDefault(Locale.ROOT);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            program.run();
        } finally {
            System.setOut(before);
            Locale.setDefault(locale);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
