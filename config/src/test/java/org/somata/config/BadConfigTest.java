package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is wrong with a file is said at its place, with its path and what would do instead. */
class BadConfigTest {
    /** In the good file one piece of text is replaced, and this earns a message. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad.csv", delimiter = '|', quoteCharacter = '`')
    void isSaidWhereItStands(String kind, String replaced, String by, String message) {
        String from = replaced.translateEscapes();
        assertTrue(Samples.GOOD.contains(from), "the sample has changed");
        String text = Samples.GOOD.replace(from, by.translateEscapes());
        String said = assertThrows(ConfigException.class, () -> ConfigReader.parse(text, "bad.yaml", List.of()))
                .getMessage();
        String expected = "bad.yaml:" + message;
        assertEquals(expected, said.substring(0, Math.min(said.length(), expected.length())), said);
        assertTrue(said.indexOf(';') > 0, "it says nothing of what would do: " + said);
        assertFalse(said.contains("\n"), said);
    }
}
