package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.data.DataException;

class TableTest {
    @TempDir
    private Path folder;

    private Path file;
    private Table table;

    @BeforeEach
    void fill() {
        file = folder.resolve("t.csv");
        table = new Table(file, "epoch", "a", "b");
        table.create();
        table.add(1, 0.5, Double.NaN);
        table.add(2, 1e-20, 7);
        table.add(12, 3, 4);
    }

    @Test
    void whatIsNoNumberIsAnEmptyCell() throws IOException {
        assertEquals("epoch,a,b\n1,0.5,\n2,1.0E-20,7\n12,3,4\n", Files.readString(file));
        assertEquals(List.of(List.of("1", "0.5", ""), List.of("2", "1.0E-20", "7")), table.rows(2));
    }

    @Test
    void rowsOfLaterEpochsAreCutOff() throws IOException {
        table.cutAfter(2);
        assertEquals("epoch,a,b\n1,0.5,\n2,1.0E-20,7\n", Files.readString(file));
        table.cutAfter(0);
        assertEquals("epoch,a,b\n", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,", "2,3,4", "13", ""})
    void aRowThatACrashLeftUnfinishedIsDroppedWhateverItLooksLike(String torn) throws IOException {
        String whole = Files.readString(file);
        Files.writeString(file, whole + torn);
        assertEquals(3, table.rows(12).size());
        table.cutAfter(12);
        assertEquals(whole, Files.readString(file));
    }

    /** What it did not know of is empty, and stays so when a run goes on. */
    @Test
    void aFileOfAnEarlierProgramWithFewerColumnsIsReadAndGoneOnWith() throws IOException {
        Table later = new Table(file, 2, List.of("epoch", "a", "b", "c", "d"));
        assertEquals(List.of("2", "1.0E-20", "7", "", ""), later.rows(12).get(1));
        later.cutAfter(2);
        later.add(3, 1, 2, 3, 4);
        assertEquals("epoch,a,b,c,d\n1,0.5,,,\n2,1.0E-20,7,,\n3,1,2,3,4\n", Files.readString(file));
        assertEquals(3, later.rows(12).size());
    }

    @Test
    void aFileThatIsGoneIsBegunAgain() throws IOException {
        Files.delete(file);
        table.cutAfter(0);
        assertEquals("epoch,a,b\n", Files.readString(file));
    }

    @Test
    void aRowOfOtherLengthIsNamedWithItsLine() throws IOException {
        Files.writeString(file, Files.readString(file).replace("2,1.0E-20,7", "2,7"));
        DataException damaged = assertThrows(DataException.class, () -> table.rows(12));
        assertEquals(file + ":3: 2 cells where 3 belong; was the file changed by hand?", damaged.getMessage());
        assertTrue(table.rows(1).size() == 1);
        assertThrows(IllegalArgumentException.class, () -> table.add(1, 2));
    }
}
