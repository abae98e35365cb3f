package org.somata.experiments.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.somata.config.SweepConfig;
import org.somata.config.SweepReader;
import org.somata.experiments.plots.Diagram;

class SweepPictureTest {
    @TempDir
    Path folder;

    @Test
    void showsTheLowestObjectiveAgainstTheFirstKeyWithALineForEachValueOfTheSecond() throws IOException {
        SweepConfig config = sweep();
        List<Row> rows = List.of(
                row("8", "then", "0.1", 4, "completed"),
                row("8", "then", "0.2", 3, "completed"),
                row("1", "then", "0.1", 2, "completed"),
                row("32", "then", "0.1", 9, "diverged"),
                row("8", "now", "0.1", 7, "completed"));

        Diagram diagram = SweepPicture.of(config, rows).orElseThrow();

        assertEquals("schedule.alive", diagram.across().label());
        assertEquals(Diagram.Scale.linear("valid-error at the last epoch"), diagram.up());
        assertEquals(
                List.of(
                        Diagram.Line.measured(
                                "pairing then", List.of(new Diagram.Point(1, 2), new Diagram.Point(8, 3))),
                        Diagram.Line.measured("pairing now", List.of(new Diagram.Point(8, 7)))),
                diagram.lines());
    }

    @Test
    void isNotDrawnAgainstWordsOrOfNothing() throws IOException {
        SweepConfig config = sweep();
        assertEquals(Optional.empty(), SweepPicture.of(config, List.of()));
        assertEquals(Optional.empty(), SweepPicture.of(config, List.of(row("many", "then", "0.1", 4, "completed"))));
    }

    @Test
    void isLogarithmicWhereValuesAreFarApart() throws IOException {
        List<Row> rows =
                List.of(row("8", "then", "0.1", 2.2, "completed"), row("80", "then", "0.2", 88.7, "completed"));
        Diagram diagram = SweepPicture.of(sweep(), rows).orElseThrow();
        assertTrue(diagram.across().logarithmic());
        assertTrue(diagram.up().logarithmic());
    }

    private SweepConfig sweep() throws IOException {
        Path file = Files.writeString(folder.resolve("late.yaml"), """
                name: late
                base: {}
                search: {kind: grid}
                objective: {figure: valid-error, epoch: last}
                space:
                  schedule.alive: [8, 32, 1]
                  schedule.pairing: [then, now]
                  learning.forward.rate.value: [0.1, 0.2]
                """);
        return SweepReader.read(file).config();
    }

    private static Row row(String alive, String pairing, String rate, double objective, String status) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("schedule.alive", alive);
        values.put("schedule.pairing", pairing);
        values.put("learning.forward.rate.value", rate);
        return new Row(alive + pairing + rate, values, status, 1, objective, Map.of(), Map.of());
    }
}
