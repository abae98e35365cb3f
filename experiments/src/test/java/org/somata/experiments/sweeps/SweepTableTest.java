package org.somata.experiments.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.data.DataException;
import org.somata.experiments.runs.Result;

class SweepTableTest {
    private static final List<String> KEYS = List.of("network.layers", "learning.noise");

    @TempDir
    private Path folder;

    private static Row row(String id, String status, double objective) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Result.Figures.NAMES.forEach(name -> figures.put(name, name.equals("epoch") ? 3 : objective));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("network.layers", "[{\"units\":3},{\"units\":\"a,b\"}]");
        values.put("learning.noise", "0.1");
        return new Row(id, values, status, 3, objective, figures, figures);
    }

    @Test
    void whatIsWrittenReadsBackEqualAlsoWithCommasAndQuotes() throws IOException {
        List<Row> rows = List.of(row("a", "completed", 1.25), row("b", "diverged", Double.NaN));
        SweepTable table = new SweepTable(folder, KEYS);
        table.write(rows);
        assertEquals(rows, table.read());
        List<String> lines = Files.readAllLines(folder.resolve("sweep.csv"));
        assertTrue(lines.get(0).startsWith("id,network.layers,learning.noise,status,epochs,objective,final_epoch,"));
        assertEquals(
                "b,\"[{\"\"units\"\":3},{\"\"units\"\":\"\"a,b\"\"}]\",0.1,diverged,3,,3,,,,,,,3,,,,,,", lines.get(2));
    }

    @Test
    void theBestIsTheFirstOfTheLowestThatAreCompleted() {
        List<Row> rows = List.of(
                row("nan", "completed", Double.NaN),
                row("low", "failed", 0.5),
                row("two", "completed", 2),
                row("one", "completed", 1),
                row("also one", "completed", 1));
        assertEquals(Optional.of("one"), Row.best(rows).map(Row::id));
        assertEquals(Optional.empty(), Row.best(rows.subList(0, 2)));
    }

    @Test
    void aDamagedTableIsSaidToBeWhere() throws IOException {
        SweepTable table = new SweepTable(folder, KEYS);
        assertEquals(List.of(), table.read());
        table.write(List.of(row("a", "completed", 1)));
        Path file = folder.resolve("sweep.csv");
        String good = Files.readString(file);
        Files.writeString(file, good + "b,1,2\n");
        assertDamaged(file + ":3: 3 cells where 20 belong");
        Files.writeString(file, good.replace("completed,3,", "completed,three,"));
        assertDamaged(file + ":2: a cell is no number");
        Files.writeString(file, good.replace("network.layers", "other"));
        assertDamaged(file + ":1: has not the columns of this sweep");
    }

    private void assertDamaged(String message) {
        String said = assertThrows(DataException.class, () -> new SweepTable(folder, KEYS).read())
                .getMessage();
        assertTrue(said.startsWith(message), said);
    }
}
