package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.assembly.Engine;
import org.somata.model.signals.MessageKind;

/** Layers 1 to 3 and the output layer 4; 3 epochs of 7 presentations. What never learned is told, with the reason. */
class UnlearnedTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private record Noting(List<String> notes) implements Watch {
        @Override
        public void note(String line) {
            notes.add(line);
        }
    }

    private Result run(List<String> notes, String... overrides) {
        Trial trial = Trial.in(
                folder,
                Stream.concat(Stream.of("schedule.kind=asynchronous"), Stream.of(overrides))
                        .toArray(String[]::new));
        return Assertions.assertTimeoutPreemptively(LONG, () -> {
            Result result = trial.run("run", Engine.actors(2), new Noting(notes));
            assertEquals(Result.COMPLETED, result.status(), result::reason);
            assertEquals(21, result.steps());
            return result;
        });
    }

    private List<String> told(String... overrides) {
        return Unlearned.told(run(new ArrayList<>(), overrides).unlearned());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual | links.each={3: {down: {loss: 1}}} | W of layers 1 to 2 learned nothing: link 3 down lost all 21 targets",
                "wall | links.each={4: {down: {loss: 1}}} | W of layers 1 to 3 learned nothing: link 4 down lost all 21 targets",
                "virtual | links.labels.loss=1 | W of layers 1 to 4 learned nothing: links.labels lost all 21 labels",
                "wall | links.labels.loss=1 | W of layers 1 to 4 learned nothing: links.labels lost all 21 labels",
                "virtual | schedule.act-probabilities={2: 0} | W of layer 2 learned nothing: it acted on none of 21 targets (schedule.act-probability 0.0)",
                "wall | schedule.act-probabilities={2: 0, 3: 0} | W of layers 2 to 3 learned nothing: it acted on none of 21 targets (schedule.act-probability 0.0)",
                "virtual | schedule.act-probabilities={4: 0} | W of layer 4 learned nothing: it acted on none of 21 presentations (schedule.act-probability 0.0)",
                "virtual | learning.forward.accumulate=1000 | W of layers 1 to 4 learned nothing: there were fewer gradients than the 1000 of an update (learning.forward.accumulate)",
            })
    void itIsSaidWhereEverythingGotLost(String clock, String setting, String wanted) {
        assertEquals(List.of(wanted), told("schedule.clock=" + clock, setting));
    }

    @ParameterizedTest
    @CsvSource({"virtual", "wall"})
    void aLinkUpThatLosesEverythingStopsWAndVAboveIt(String clock) {
        String why = " learned nothing: link 2 up lost all 21 activations";
        assertEquals(
                List.of("W of layers 1 to 4" + why, "V of layers 2 to 3" + why),
                told("schedule.clock=" + clock, "links.each={2: {up: {loss: 1}}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "learning.rule=backpropagation, gradients",
        "learning.rule=feedback-alignment, gradients",
        "learning.rule=direct-feedback-alignment, errors"
    })
    void otherRulesHaveOtherCredit(String rule, String credit) {
        assertEquals(
                List.of("W of layers 1 to 3 learned nothing: link 4 down lost all 21 " + credit),
                told(rule, "links.each={4: {down: {loss: 1}}}"));
    }

    /** The V of layer 3 lives below it, and learns from what comes back of a probe. */
    @Test
    void aCableWithoutItsProbesLearnsNoV() {
        assertEquals(
                List.of(
                        "W of layers 1 to 2 learned nothing: link 3 down lost all 21 feedback-activations",
                        "V of layer 3 learned nothing: link 3 down lost all 21 probe-replies"),
                told("links.each={3: {feedback-at: receiver, down: {loss: 1}}}"));
    }

    /** Labels come an hour late, when a layer that remembers one presentation has heard of others. */
    @Test
    void aMemoryOfOneDropsWhatComesLate() {
        assertEquals(
                List.of("W of layers 1 to 4 learned nothing: no activation met its labels: links.labels lost 14 labels,"
                        + " and layer 4 dropped 7 messages: its memory of 1 presentation no longer held what they"
                        + " belong to"),
                told("schedule.memory=1", "schedule.alive=8", "links.labels={latency: 1h, loss: 0.6}"));
    }

    /** Targets come hours late too; the last presentation is learned of, as none comes after it. */
    @Test
    void aMemoryOfOneLearnsOfWhatItHolds() {
        assertEquals(List.of(), told("schedule.memory=1", "schedule.alive=8", "links.down={latency: 3h}"));
    }

    /** By the wall's clock nobody knows what is dropped; but where nothing is lost, that alone can be the cause. */
    @Test
    void aMemoryOfOneEndsByTheWallsClock() {
        told("schedule.clock=wall", "schedule.memory=1", "schedule.alive=8")
                .forEach(told -> assertTrue(told.contains(" dropped ") && told.contains("memory of 1 "), told));
    }

    @Test
    void whatWasLostAndWhatWasForgottenAreToldApart() {
        List<Sent> sent = List.of(new Sent(3, MessageKind.TARGET, 40, 0));
        Map<String, Long> mishaps = Map.of("3 lost-target", 30L, "2 expired-target", 9L, "2 duplicate-target", 1L);
        Crossings crossings = new Crossings(new Traffic(40, 0, 0, 0, 0, 40, sent, mishaps), 4, 1, 40);
        assertEquals(
                Optional.of(
                        "link 3 down lost 30 of 40 targets, and layer 2 dropped the other 10 targets: its memory of 1"
                                + " presentation no longer held what they belong to"),
                crossings.failure(MessageKind.TARGET, 3, 2));
        Map<String, Long> forgotten = Map.of("2 expired-target", 40L);
        Crossings other = new Crossings(new Traffic(40, 0, 0, 0, 0, 40, sent, forgotten), 4, 2, 50);
        assertEquals(
                Optional.of("layer 2 dropped the 40 targets that there were of 50 presentations: its memory of 2"
                        + " presentations no longer held what they belong to"),
                other.failure(MessageKind.TARGET, 3, 2));
        Map<String, Long> one = Map.of("3 lost-target", 39L);
        Crossings handled = new Crossings(new Traffic(40, 0, 0, 0, 0, 40, sent, one), 4, 2, 40);
        assertEquals(Optional.empty(), handled.failure(MessageKind.TARGET, 3, 2));
    }

    @ParameterizedTest
    @CsvSource({"0ms", "5h"})
    void latenciesOfNothingAndOfHoursEndAlike(String latency) {
        List<String> notes = new ArrayList<>();
        Result result = run(
                notes,
                "links={up: {latency: " + latency + "}, down: {latency: " + latency + "}, labels: {latency: " + latency
                        + "}}");
        assertEquals(List.of(), result.unlearned());
        assertEquals(
                List.of(),
                notes.stream().filter(note -> note.contains("learned nothing")).toList());
    }

    @Test
    void itIsToldAfterTheFirstEpochAndInTheEndAndKept() throws IOException {
        List<String> notes = new ArrayList<>();
        run(notes, "links.each={3: {down: {loss: 1}}}");
        String wanted = "W of layers 1 to 2 learned nothing: link 3 down lost all 21 targets";
        List<String> told =
                notes.stream().filter(note -> note.contains("learned nothing")).toList();
        assertEquals(2, told.size(), told::toString);
        // some of the first epoch's presentations are under way then
        assertTrue(
                told.get(0)
                        .matches(
                                "after the first epoch, W of layers 1 to 2 learned nothing: .*( of 7 presentations|all 7 targets)"),
                told::toString);
        assertEquals(wanted, told.get(1));
        Path run = folder.resolve("run");
        assertEquals(
                new Unlearned(1, "W", "link 3 down lost all 21 targets"),
                Trial.result(run).unlearned().get(0));
        assertTrue(Files.readString(run.resolve("result.json")).contains("\"unlearned\""));
    }

    /** In lockstep nothing is lost, and nothing is said. */
    @Test
    void aRunThatLearnsSaysNothing() throws IOException {
        Path run = Trial.in(folder).completed("lockstep", Engine.loop());
        assertEquals(List.of(), Trial.result(run).unlearned());
        assertTrue(!Files.readString(run.resolve("result.json")).contains("unlearned"));
    }
}
