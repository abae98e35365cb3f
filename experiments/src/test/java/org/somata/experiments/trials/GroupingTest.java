package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;

/** Weights that runs were begun with are a part of what they are. */
class GroupingTest {
    @TempDir
    private Path folder;

    private Path run(String name, long seed, Optional<Path> init) {
        return new Runs(Engine.loop(), List.of(name), Watch.NONE)
                .begin(
                        Small.config(List.of("seed=" + seed, "training.epochs=1", "name=" + name)),
                        folder.resolve(name + seed),
                        init)
                .folder();
    }

    @Test
    void runsBegunWithTheWeightsOfAnExperimentAreOneGroupAndThoseOfDrawnWeightsAnother() {
        Optional<Path> one = Optional.of(run("donor", 1, Optional.empty()).resolve("checkpoints/epoch-000001"));
        Optional<Path> two = Optional.of(run("donor", 2, Optional.empty()).resolve("checkpoints/epoch-000001"));
        List<Path> tuned = List.of(run("tuned", 1, one), run("tuned", 2, two));
        List<Path> drawn = List.of(folder.resolve("donor1"), folder.resolve("donor2"));
        Grouping grouping = Grouping.of(NamedRun.in(List.of(tuned.get(0), tuned.get(1), drawn.get(0), drawn.get(1))));
        assertEquals(List.of(), grouping.notes());
        assertEquals(
                List.of(tuned, drawn),
                grouping.groups().stream()
                        .map(group -> group.stream().map(NamedRun::folder).toList())
                        .toList());
        Differences differences = Differences.of(
                grouping.groups().stream().map(group -> group.get(0).subject()).toList());
        assertEquals(List.of("--init"), differences.keys());
        assertEquals("--init donor/epoch-000001", differences.label(0));
        assertTrue(differences.settings().get(1).isEmpty());
    }
}
