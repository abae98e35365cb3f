package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    private Path folder;

    private Csv.Read read(byte[] bytes, Room room) {
        return Csv.read("d", Content.of(Samples.write(folder.resolve("d.csv"), bytes), "mend it"), room);
    }

    private Csv.Read read(String text) {
        return read(Folder.text(text), Room.ofProcess());
    }

    private static float[] input(Csv.Read read, int index) {
        float[] input = new float[read.part().examples().features()];
        read.part().examples().copyInput(index, input, 0);
        return input;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3,0.5,-2\n1,1e-3,4\n",
                "3,0.5,-2\r\n1,1e-3,4\r\n",
                "3,0.5,-2\n1,1e-3,4",
                "3,0.5,-2\n1,1e-3,4\n\n\n",
                "3 , 0.5,\t-2\n1,.001,+4.\n",
                "\"3\",\"0.5\",\"-2\"\n1,\"1E-03\", \"4\" \n",
                "3.0,0.5,-2\n1.000000000000000000e+00,1e-3,4\n",
                "label,a,b\n3,0.5,-2\n1,1e-3,4\n",
                "a,label,b\n0.5,3,-2\n1e-3,1,4\n",
                "a,b,Label\n0.5,-2,3\n1e-3,4,1\n",
                "class,a,b\n3,0.5,-2\n1,1e-3,4\n",
                "Label,0,1\n3,0.5,-2\n1,1e-3,4\n",
                "\uFEFFlabel,\"a, \"\"quoted\"\"\",b\n3,0.5,-2\n1,1e-3,4\n"
            })
    void oneAndTheSameInManySpellings(String text) {
        Csv.Read read = read(text);
        assertEquals(3, read.part().examples().label(0));
        assertEquals(1, read.part().examples().label(1));
        assertEquals(4, read.part().examples().classesUsed());
        assertArrayEquals(new float[] {0.5f, -2}, input(read, 0));
        assertArrayEquals(new float[] {0.001f, 4}, input(read, 1));
        assertEquals(Samples.sha256(Folder.text(text)), read.part().sha256().get("d"));
        assertEquals(ImageShape.NONE, read.part().shape());
    }

    @Test
    void everyNumberIsTheNearestFloat() {
        String[] numbers = {"0.1", "16777217", "9999999", "12345678", "1e-46", "3.4028235e38", "-0", "007", "1e0"};
        float[] input = input(read("0," + String.join(",", numbers) + "\n"), 0);
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(Float.parseFloat(numbers[i]), input[i], numbers[i]);
        }
    }

    @Test
    void manyRowsAndALongLine() {
        Csv.Read many = read("1,2\n".repeat(5000) + "7,8");
        assertEquals(5001, many.part().examples().count());
        assertEquals(7, many.part().examples().label(5000));
        Csv.Read wide = read("1" + ",0.25".repeat(100_000) + "\n");
        assertEquals(100_000, wide.part().examples().features());
        assertEquals(0.25f, input(wide, 0)[99_999]);
    }

    /** What is wrong, the text, and what the message must say after the file's name. */
    static Stream<Arguments> damage() {
        return Stream.of(
                Arguments.of("empty", "", ": the file is empty"),
                Arguments.of("an empty line", "\n1,2\n", ":1: has one column"),
                Arguments.of("ragged", "label,a,b\n1,2,3\n1,2\n", ":3: has 2 columns, but the first line has 3"),
                Arguments.of("ragged", "1,2,3\n1,2,3,4\n", ":2: has 4 columns, but the first line has 3"),
                Arguments.of("a comma too many", "1,2,3\n1,2,3,\n", ":2: has 4 columns"),
                Arguments.of("one column", "1\n2\n", ":1: has one column"),
                Arguments.of("semicolons", "1;2;3\n", ":1: has one column"),
                Arguments.of("names only", "label,a\n", ":1: there are names of columns, but no examples"),
                Arguments.of("a word", "1,2\n1,two\n", ":2: column 2 is 'two', not a number"),
                Arguments.of("at the head", "1,NaN,3\n1,2,3\n", ":1: column 2 is 'NaN', not a number"),
                Arguments.of(
                        "no label named",
                        "class,0,1\n1,2,3\n",
                        ":1: column 1 is 'class', but labels are whole numbers"),
                Arguments.of("nothing", "1,2,3\n1,,3\n", ":2: column 2 is empty, not a number"),
                Arguments.of("NaN", "1,2\n1,NaN\n", ":2: column 2 is 'NaN', not a number"),
                Arguments.of("Java's own", "1,2\n1,2f\n", ":2: column 2 is '2f', not a number"),
                Arguments.of("hexadecimal", "1,2\n1,0x1p3\n", ":2: column 2 is '0x1p3', not a number"),
                Arguments.of("two points", "1,2\n1,1.2.3\n", ":2: column 2 is '1.2.3', not a number"),
                Arguments.of("too large", "1,2\n1,1e39\n", ":2: column 2 is '1e39', too large a number for float32"),
                Arguments.of("label -1", "1,2\n-1,2\n", ":2: column 1 is '-1', but labels are whole numbers from 0"),
                Arguments.of("label 1.5", "1,2\n1.5,2\n", ":2: column 1 is '1.5', but labels are whole numbers"),
                Arguments.of("label cat", "1,2\ncat,2\n", ":2: column 1 is 'cat', but labels are whole numbers"),
                Arguments.of("label 65536", "1,2\n65536,2\n", ":2: column 1 is '65536', but labels are whole"),
                Arguments.of("no label", "1,2\n,2\n", ":2: column 1 is empty, but labels are whole numbers"),
                Arguments.of("two labels", "label,a,label\n1,2,3\n", ":1: columns 1 and 3 are both named label"),
                Arguments.of("pandas' index", ",label,a\n0,1,2\n", ":1: column 1 has no name; is it the rows' numbers"),
                Arguments.of("pandas' names", "0,1,2\n1,2,3\n", ":1: counts 0, 1, 2 …: are these names"),
                Arguments.of("a line left out", "1,2\n\n3,4\n", ":3: comes after an empty line"),
                Arguments.of("an open quote", "1,2\n1,\"2\n", ":2: column 2 has no closing quote"),
                Arguments.of("after a quote", "1,2\n1,\"2\"3\n", ":2: column 2 goes on after its closing quote"),
                Arguments.of(
                        "a long cell", "1,2\n1," + "x".repeat(99) + "\n", ":2: column 2 is '" + "x".repeat(24) + "…'"),
                Arguments.of("binary", "1,2\n1,\u0000\u0007\n", ":2: column 2 is '??', not a number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damage")
    void damageIsNamedWithItsLine(String kind, String text, String telling) {
        DataException error = assertThrows(DataException.class, () -> read(text));
        assertTrue(error.getMessage().startsWith(folder.resolve("d.csv") + telling), error::getMessage);
        assertTrue(error.getMessage().endsWith("; mend it"), error::getMessage);
    }

    @Test
    void gzipThatSwellsIsStopped() {
        byte[] endless = Samples.gzip(new byte[(1 << 24) + (1 << 17)]);
        DataException error = assertThrows(DataException.class, () -> read(endless, Room.ofProcess()));
        assertTrue(error.getMessage().contains(":1: the line is longer than 16 MiB"), error::getMessage);
        byte[] rows = Samples.gzip(Folder.text("1,2\n".repeat(1_000_000)));
        error = assertThrows(DataException.class, () -> read(rows, new Room(4 << 20)));
        assertTrue(error.getMessage().contains("more than the 4 MB of memory"), error::getMessage);
        byte[] cut = Samples.cut(Samples.gzip(Folder.text("1,2\n".repeat(1000))), 10);
        error = assertThrows(DataException.class, () -> read(cut, Room.ofProcess()));
        assertTrue(error.getMessage().contains("gzip data are damaged or end too early"), error::getMessage);
    }

    @Test
    void columnsOfTrainingAndTestAreTheSame() {
        Csv.Read headed = read("label,a,b\n1,2,3\n");
        Csv.Read bare = read("1,2,3\n");
        Content other = Content.of(folder.resolve("d.csv"), "mend it");
        headed.requireSameColumns(other, bare);
        bare.requireSameColumns(other, headed);
        List<Csv.Read> wrong = List.of(read("label,b,a\n1,2,3\n"), read("a,label,b\n2,1,3\n"), read("label,a\n1,2\n"));
        for (Csv.Read each : wrong) {
            String message = assertThrows(DataException.class, () -> headed.requireSameColumns(other, each))
                    .getMessage();
            assertTrue(message.contains("d.csv:1: the names of the columns are not those"), message);
        }
        Csv.Read last = read("a,b,label\n1,2,3\n");
        assertTrue(assertThrows(DataException.class, () -> last.requireSameColumns(other, bare))
                .getMessage()
                .contains("the label is in column 1, but in column 3 of the training set"));
    }
}
