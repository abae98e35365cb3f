package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somata.experiments.Small;

class DifferencesTest {
    private static Differences of(List<List<String>> overrides) {
        return Differences.of(overrides.stream()
                .map(settings -> new Subject(Small.config(settings), ""))
                .toList());
    }

    @Test
    void onlyWhatDiffersIsToldInTheOrderOfTheFile() {
        Differences found = of(List.of(
                List.of(),
                List.of("learning.noise=0.5", "network.layers.1.units=11"),
                List.of("learning.noise=0.5", "data.shuffle=true")));
        assertEquals(List.of("network.layers.1.units", "learning.noise"), found.keys());
        assertEquals("network.layers.1.units 11, learning.noise 0.5", found.label(1));
        assertEquals(
                Map.of("network.layers.1.units", "10", "learning.noise", "0.5"),
                found.settings().get(2));
    }

    @Test
    void seedTrialsAndNameDoNotCount() {
        Differences found = of(List.of(List.of(), List.of("seed=7", "trials=3", "name=other")));
        assertEquals(List.of(), found.keys());
        assertEquals("", found.label(0));
    }

    @Test
    void whatARuleDoesNotUseIsNoDifferenceOfItsOwn() {
        List<String> backpropagation = List.of("learning.rule=backpropagation", "training.patience=4");
        Differences two = of(List.of(List.of(), backpropagation));
        assertEquals(List.of("training.patience", "learning.rule"), two.keys());
        assertEquals("learning.rule difference-target-propagation", two.label(0));
        assertEquals("training.patience 4, learning.rule backpropagation", two.label(1));
        Differences three = of(List.of(List.of(), backpropagation, List.of("learning.feedback.rate=0.1")));
        assertEquals(List.of("training.patience", "learning.rule", "learning.feedback.rate"), three.keys());
        assertEquals("0.005", three.settings().get(0).get("learning.feedback.rate"));
        assertFalse(three.settings().get(1).containsKey("learning.feedback.rate"));
    }

    @Test
    void oneAloneDiffersInNothing() {
        assertEquals(
                List.of(Map.of()), of(List.of(List.of("learning.noise=0.5"))).settings());
    }
}
