package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.model.layers.Tally;
import org.somata.model.network.Network;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What crosses each link: in the small experiment 784-12-10-8-10, seven presentations and 260 examples a pass. */
class TrafficTest {
    @TempDir
    private Path folder;

    static Stream<Engine> engines() {
        return Stream.of(Engine.loop(), Engine.actors(2));
    }

    private Result result(Engine engine, String... overrides) {
        return Trial.result(Trial.in(folder, overrides).completed("run", engine));
    }

    private static List<String> lines(List<LinkTraffic> links) {
        return links.stream()
                .map(link -> link.link() + " " + link.from() + " " + link.to() + " " + link.direction() + " "
                        + link.messages() + " " + link.bitsPerExample() + " "
                        + String.join(" ", link.kinds().keySet()))
                .toList();
    }

    private static void assertWhole(Result result) {
        List<LinkTraffic> links = result.links();
        assertEquals(
                result.messages(),
                links.stream().mapToLong(LinkTraffic::messages).sum());
        for (String direction : List.of("forward", "feedback")) {
            assertEquals(
                    direction.equals("forward") ? result.bitsForward() : result.bitsFeedback(),
                    links.stream()
                            .filter(link -> link.direction().equals(direction))
                            .mapToLong(LinkTraffic::bits)
                            .sum());
        }
        for (LinkTraffic link : links) {
            assertEquals(
                    link.bits(),
                    link.kinds().values().stream()
                            .mapToLong(LinkTraffic.OfKind::bits)
                            .sum());
            assertEquals(link.bits(), link.bitsPerExample() * result.examples(), 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void everyLinkCarriesWhatItsEndsSend(Engine engine) {
        Result result = result(engine, "training.epochs=2");
        assertEquals(2 * 260, result.examples());
        assertEquals(
                List.of(
                        "1 input layer-1 forward 14 25088.0 activation",
                        "2 layer-1 layer-2 forward 14 384.0 activation",
                        "2 layer-2 layer-1 feedback 14 384.0 target",
                        "3 layer-2 layer-3 forward 14 320.0 activation",
                        "3 layer-3 layer-2 feedback 14 320.0 target",
                        "4 layer-3 layer-4 forward 14 256.0 activation",
                        "4 layer-4 layer-3 feedback 14 256.0 target"),
                lines(result.links()));
        assertWhole(result);
    }

    @ParameterizedTest
    @CsvSource({
        // V and W in passes of their own: twice the examples, targets for one half of them
        "schedule.passes=alternating, 2 layer-1 layer-2 forward 14 384.0 activation,"
                + " 2 layer-2 layer-1 feedback 7 192.0 target, 520",
        "schedule.order=bottom-up, 2 layer-1 layer-2 forward 14 768.0 activation refresh,"
                + " 2 layer-2 layer-1 feedback 7 384.0 target, 260",
        "schedule.feedback-warm-up=1, 2 layer-1 layer-2 forward 14 384.0 activation,"
                + " 2 layer-2 layer-1 feedback 7 192.0 target, 520",
        "learning.rule=backpropagation, 2 layer-1 layer-2 forward 7 384.0 activation,"
                + " 2 layer-2 layer-1 feedback 7 384.0 gradient, 260"
    })
    void schedulesAndRulesSendWhatTheySend(String setting, String forward, String feedback, long examples) {
        Result result = result(Engine.loop(), setting, "training.epochs=1");
        assertEquals(examples, result.examples());
        assertEquals(forward, lines(result.links()).get(1));
        assertEquals(feedback, lines(result.links()).get(2));
        assertWhole(result);
    }

    private static Traffic with(Traffic traffic, int place, long bits, MessageKind... kinds) {
        Tally tally = new Tally();
        for (MessageKind kind : kinds) {
            tally.sent(kind, bits, Purpose.LEARN);
        }
        return traffic.plus(place, tally);
    }

    /** Figure 3: 784-500-500-10, a bit a unit between layers 1 and 2, g of layer 2 below; 25 minibatches of 20. */
    @Test
    void theCableOfFigure3() {
        Traffic traffic = Traffic.NONE;
        for (int step = 0; step < 25; step++) {
            traffic = with(traffic, 1, 20 * 500, MessageKind.ACTIVATION, MessageKind.PROBE);
            traffic = with(
                    traffic,
                    2,
                    20 * 500,
                    MessageKind.FEEDBACK_ACTIVATION,
                    MessageKind.TARGET,
                    MessageKind.PROBE_REPLY,
                    MessageKind.LABEL,
                    MessageKind.CONTROL);
        }
        assertEquals(
                List.of(
                        "2 layer-1 layer-2 forward 50 1000.0 activation probe",
                        "2 layer-2 layer-1 feedback 75 1500.0 feedback-activation target probe-reply"),
                lines(traffic.over(500).links()));
        assertEquals(
                new LinkTraffic.OfKind(25, 250_000),
                traffic.links().get(0).kinds().get("probe"));
    }

    /** The output layer tells each hidden layer by itself. */
    @Test
    void errorsGoPastTheLayersBetween() {
        Traffic traffic = Traffic.NONE;
        for (int copy = 0; copy < 3; copy++) {
            traffic = with(traffic, 4, 320, MessageKind.ERROR);
        }
        traffic = with(traffic, 3, 100, MessageKind.ACTIVATION);
        assertEquals(
                List.of(
                        "4 layer-3 layer-4 forward 1 100.0 activation",
                        "null layer-4 layer-1 feedback 1 320.0 error",
                        "null layer-4 layer-2 feedback 1 320.0 error",
                        "null layer-4 layer-3 feedback 1 320.0 error"),
                lines(traffic.over(1).links()));
    }

    @Test
    void evaluationIsNoTrafficOfLinks() {
        Tally tally = new Tally();
        tally.sent(MessageKind.ACTIVATION, 640, Purpose.EVALUATE);
        Traffic traffic = Traffic.NONE.plus(1, tally);
        assertEquals(List.of(), traffic.links());
        assertEquals(640, traffic.evaluationBitsForward());
    }

    /** A stop falls into the middle of epoch 2, whose minibatches are 40 and at last 20. */
    @Test
    void whatIsInterruptedIsCountedOnce() throws IOException {
        Trial trial = Trial.in(folder);
        Path whole = trial.completed("whole", Engine.loop());
        Watch stop = new Watch() {
            private boolean stopped;

            @Override
            public void progress(int epoch, long step) {
                stopped = step >= 10;
            }

            @Override
            public boolean stopRequested() {
                return stopped;
            }
        };
        Result half = trial.run("run", Engine.loop(), stop);
        assertEquals(Result.INTERRUPTED, half.status());
        assertEquals(260 + 3 * 40, half.examples());
        assertEquals(384, half.links().get(1).bitsPerExample());
        assertEquals(List.of("epoch,messages,bits_forward,bits_feedback", "1,49,6772480,249600"), rows("run"));
        trial.resume("run", Engine.actors(2), Watch.NONE);
        Trial.assertSame(whole, folder.resolve("run"));
        assertEquals("3,147,20317440,748800", rows("run").get(3));
        assertEquals(20317440, RecordedRun.read(whole).traffic().get(2).bitsForward());
    }

    private List<String> rows(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve("traffic.csv"));
    }

    /** Of before links were told apart: it is read, and what it did not tell is not made up. */
    @Test
    void anOlderCheckpointIsReadAndTellsNothingOfLinks() throws IOException {
        Traffic old = new Traffic(49, 6772480, 249600, 7, 99, 0, null, null);
        Path checkpoint = folder.resolve("epoch-000001");
        try (Network network = Assembly.of(Small.config(List.of()), 784, 10).network(Engine.loop())) {
            Checkpoint.write(checkpoint, network, new Position(1, 7, 0, 0), old, false, true);
        }
        String json = Files.readString(checkpoint.resolve(Checkpoint.FILE));
        assertFalse(json.contains("\"examples\"") || json.contains("\"sent\""), json);
        assertEquals(old, Checkpoint.read(checkpoint).traffic());
        Traffic later = with(old, 1, 64, MessageKind.ACTIVATION);
        assertEquals(List.of(), later.over(300).links());
        assertEquals(6772544, later.bitsForward());
    }

    @Test
    void aRunGoesOnFromBeforeThereWasSuchAFile() throws IOException {
        Trial trial = Trial.in(folder);
        Path run = trial.completed("run", Engine.loop());
        Files.delete(run.resolve("traffic.csv"));
        Files.delete(run.resolve("result.json"));
        assertEquals(List.of(), RecordedRun.read(run).traffic());
        assertTrue(RecordedRun.read(run).result().isEmpty());
        trial.resume("run", Engine.loop(), Watch.NONE);
        assertEquals(List.of("epoch,messages,bits_forward,bits_feedback"), rows("run"));
        assertEquals(3 * 260, Trial.result(run).examples());
    }

    @Test
    void anOlderResultIsReadToo() throws IOException {
        Path run = Trial.in(folder, "training.epochs=1").completed("run", Engine.loop());
        Path file = run.resolve(Result.FILE);
        Map<?, ?> json = Durable.JSON.readValue(file.toFile(), Map.class);
        json.remove("examples");
        json.remove("links");
        Durable.replaceWithJson(file, json);
        Result old = RecordedRun.read(run).result().orElseThrow();
        assertEquals(List.of(), old.links());
        assertTrue(Double.isNaN(old.bitsForwardPerExample()));
    }

    @Test
    void withoutExamplesThereIsNothingToDivideBy() {
        assertNull(
                with(Traffic.NONE, 1, 64, MessageKind.ACTIVATION).links().get(0).bitsPerExample());
        Curriculum curriculum = Curriculum.of(Small.config(List.of("schedule.feedback-warm-up=2")), 100);
        assertEquals(
                List.of(0L, 40L, 80L, 100L, 140L, 300L),
                Stream.of(0, 1, 2, 3, 4, 9).map(curriculum::examples).toList());
    }
}
