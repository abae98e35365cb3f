package org.somata.experiments.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.config.ConfigException;
import org.somata.config.SweepReader;
import org.somata.experiments.Small;

class PlanTest {
    private static final String RATES = """
            learning.noise: {kind: range, from: 0.1, to: 0.5}
            learning.forward.rate: {kind: log-uniform, from: 1e-3, to: 1e-1}
            """;

    @TempDir
    private Path folder;

    private Plan plan(String search, String space) throws IOException {
        Small.write(folder);
        return Plan.of(SweepReader.read(Files.writeString(
                folder.resolve("sweep.yaml"),
                "name: s\nbase: small.yaml\n" + search + "\nspace:\n" + space.indent(2))));
    }

    private static List<Map<String, String>> values(Plan plan) {
        return plan.points().stream()
                .map(point -> point.values().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().toString())))
                .toList();
    }

    private static List<String> ids(Plan plan) {
        return plan.points().stream().map(Point::id).toList();
    }

    @Test
    void aLargerBudgetBeginsWithThePointsOfASmallerOne() throws IOException {
        Plan small = plan("points: 5", RATES);
        Plan large = plan("points: 40", RATES);
        assertEquals(small.points(), large.points().subList(0, 5));
        assertEquals(40, new HashSet<>(ids(large)).size());
        assertEquals(
                IntStream.rangeClosed(1, 40).boxed().toList(),
                large.points().stream().map(Point::number).toList());
    }

    @Test
    void anotherSeedHasOtherPointsAndAnotherKeyLeavesAKeysValuesAlone() throws IOException {
        Plan first = plan("points: 5", RATES);
        assertNotEquals(ids(first), ids(plan("points: 5\nsearch: {kind: random, seed: 2}", RATES)));
        Plan wider = plan("points: 5", RATES + "learning.target-step: [0.1, 0.2]");
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    values(first).get(i).get("learning.noise"),
                    values(wider).get(i).get("learning.noise"));
        }
    }

    @Test
    void noIdComesTwiceAndAnExhaustedSpaceEndsTheSearch() throws IOException {
        Plan plan = plan("points: 20", "learning.noise: [0.1, 0.2, 0.2]\nlearning.target-step: [0.3, 0.4]");
        assertEquals(4, plan.points().size());
        assertEquals(4, new HashSet<>(ids(plan)).size());
    }

    @Test
    void aGridIsEveryCombinationTheLastKeyFastest() throws IOException {
        Plan plan = plan(
                "search: grid",
                "network.layers.0.units: {kind: integer, from: 8, to: 12, step: 4}\n"
                        + "learning.forward.rate-factors.2: {kind: range, from: 0, to: 1, steps: 3}");
        assertEquals(
                List.of("8 0.0", "8 0.5", "8 1.0", "12 0.0", "12 0.5", "12 1.0"),
                values(plan).stream()
                        .map(point -> point.get("network.layers.0.units") + " "
                                + point.get("learning.forward.rate-factors.2"))
                        .toList());
        assertEquals(0.5, plan.points().get(4).config().learning().forward().rateFactor(2));
        assertEquals(
                2,
                plan("search: grid\npoints: 2", "learning.noise: [0.1, 0.2, 0.3]")
                        .points()
                        .size());
    }

    @Test
    void whatARuleDoesNotUseMakesNoPointsOfItsOwn() throws IOException {
        Plan plan = plan(
                "search: grid",
                "learning.rule: [backpropagation, difference-target-propagation]\nlearning.noise: [0.1, 0.2, 0.3]");
        assertEquals(4, plan.points().size());
        ConfigException useless = assertThrows(
                ConfigException.class,
                () -> plan("search: grid", "learning.rule: [backpropagation]\nlearning.noise: [0.1, 0.2]"));
        assertTrue(useless.getMessage().contains("space.learning.noise: is not used by"), useless::getMessage);
    }

    @Test
    void anInvalidPointIsNamed() {
        ConfigException invalid =
                assertThrows(ConfigException.class, () -> plan("search: grid", "training.batch: [40, 260, 261]"));
        assertTrue(
                invalid.getMessage()
                        .contains("sweep.yaml:5:3: point 3 (training.batch=261): training.batch: is 261, more than"),
                invalid::getMessage);
    }

    @Test
    void chanceIsSpreadEvenly() {
        double[] chances = IntStream.range(0, 10_000)
                .mapToDouble(number -> Draw.chance(1, number, "learning.noise"))
                .toArray();
        int[] bins = new int[10];
        for (double chance : chances) {
            bins[(int) (chance * 10)]++;
        }
        for (int bin : bins) {
            // 30 is one standard deviation
            assertTrue(Math.abs(bin - 1000) < 120, () -> bin + " of 1000");
        }
    }
}
