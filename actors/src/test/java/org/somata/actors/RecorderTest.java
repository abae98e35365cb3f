package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.somata.actors.Patience.inTime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.actors.recording.Row;
import org.somata.actors.recording.TraceRecorder;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LinkSpec;
import org.somata.model.network.Lockstep;
import org.somata.model.network.Network;
import org.somata.model.network.Turn;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.DirectFeedbackAlignment;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;

/** What is recorded is what the schedule says, each message once, and recording changes no number. */
class RecorderTest {
    static Stream<Arguments> specimens() {
        Transmission sign = new Transmission.Sign(Levels.ZERO_ONE);
        Transmission bits = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        LinkSpec cable = new LinkSpec(sign, sign, sign, true);
        LinkSpec drawn = new LinkSpec(bits, Transmission.REAL, bits, false);
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7);
        return Stream.of(
                arguments("DTP", difference),
                arguments("DTP, bottom-up", difference.bottomUp()),
                arguments("DTP, V after the target", difference.feedbackAfterTarget(InverseLoss.OF_TARGET)),
                arguments("DTP, V every third", difference.feedbackEvery(3)),
                arguments("cable", difference.link(2, cable)),
                arguments(
                        "two cables, bottom-up",
                        difference.link(2, cable).link(3, cable).bottomUp()),
                arguments("cable, V every third", difference.link(2, cable).feedbackEvery(3)),
                arguments("DFA", Specimen.of(new DirectFeedbackAlignment(), 6, 4, 7)),
                arguments("backpropagation", Specimen.backpropagation(6, 4)),
                arguments(
                        "backpropagation, four draws",
                        Specimen.backpropagation(6, 4).link(2, drawn).samples(4, 3)),
                arguments(
                        "no credit across bits",
                        Specimen.of(new Backpropagation(false), 6, 4, 7).link(2, drawn)),
                arguments("auto-encoder", Specimen.autoencoder(new DifferenceTargetPropagation(0))));
    }

    /** The purposes of the presentations that {@link Curriculum} has learned from, from the first. */
    private static List<Purpose> purposes() {
        return Stream.of(Purpose.LEARN, Purpose.LEARN, Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD, Purpose.LEARN)
                .flatMap(purpose -> Collections.nCopies(Specimen.PRESENTATIONS, purpose).stream())
                .toList();
    }

    static KeptPages recorded(
            Specimen specimen, int threads, Function<Network, List<String>> lesson, List<String> heard) {
        KeptPages kept = new KeptPages();
        inTime(() -> {
            try (TraceRecorder recorder = new TraceRecorder(specimen.depth(), Optional.empty(), kept)) {
                recorder.begin(0);
                try (Network network = specimen.actors(threads, recorder)) {
                    heard.addAll(lesson.apply(network));
                }
            }
        });
        return kept;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specimens")
    void rowsAreTheTurnsOfTheScheduleOnAnyNumberOfThreads(String name, Specimen specimen) {
        List<String> wanted = Curriculum.of(specimen.sequential());
        Map<Integer, List<Doing.What>> rows = null;
        for (int threads : List.of(1, 2, 4)) {
            List<String> heard = new ArrayList<>();
            KeptPages kept = recorded(specimen, threads, Curriculum::of, heard);
            assertEquals(wanted, heard, name + " on " + threads + " threads");
            if (rows == null) {
                rows = kept.byPlace();
                requireTurns(specimen, kept);
                requireCauses(kept, new Positions(specimen.schedule(), specimen.depth()).period());
                requireUpdates(kept, specimen.depth());
            }
            assertEquals(rows, kept.byPlace(), name + " on " + threads + " threads");
            requireWalls(kept);
        }
    }

    private static Map<MessageId, Doing> sent(KeptPages kept) {
        Map<MessageId, Doing> sent = new HashMap<>();
        for (Doing each : kept.of(Row.Type.SENT)) {
            assertEquals(null, sent.put(each.what().id(), each), "sent twice");
        }
        return sent;
    }

    private static void requireTurns(Specimen specimen, KeptPages kept) {
        Lockstep schedule = specimen.schedule();
        long period = Stream.of(Purpose.values())
                .filter(Purpose::learns)
                .mapToInt(purpose -> schedule.turns(purpose).size())
                .max()
                .orElseThrow();
        List<String> wanted = new ArrayList<>();
        List<Purpose> purposes = purposes();
        for (int n = 1; n <= purposes.size(); n++) {
            List<Turn> turns = schedule.turns(purposes.get(n - 1));
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                long start = (n - 1) * period + i;
                int from = switch (turn.kind()) {
                    case LABEL -> MessageId.TEACHER;
                    case ACTIVATION, PROBE, REFRESH -> turn.place() - 1;
                    case ERROR -> specimen.depth();
                    default -> turn.place() + 1;
                };
                wanted.add(purposes.get(n - 1) + " " + n + " " + turn.kind() + " " + from + "→" + turn.place() + " "
                        + start + ".." + (start + 1));
            }
        }
        Map<MessageId, Doing> sent = sent(kept);
        List<Doing> handled = kept.of(Row.Type.HANDLED).stream()
                .sorted(Comparator.comparingLong(each -> each.what().started()))
                .toList();
        assertEquals(
                wanted,
                handled.stream()
                        .map(Doing::what)
                        .map(what -> what.purpose() + " " + what.presentation() + " "
                                + sent.get(what.id()).what().kind() + " "
                                + what.id().sender() + "→"
                                + sent.get(what.id()).what().to() + " " + what.started() + ".." + what.time())
                        .toList());
        for (Doing each : handled) {
            assertEquals(sent.remove(each.what().id()).what().to(), each.what().place());
        }
        assertEquals(Map.of(), sent, "sent and never handled");
    }

    /** All that its sender has handled of the presentation so far, the latest first; and numbers without a gap. */
    private static void requireCauses(KeptPages kept, long period) {
        kept.byPlace().forEach((place, doings) -> {
            long sequence = 0;
            for (Doing.What sent : doings) {
                if (sent.type() != Row.Type.SENT) {
                    continue;
                }
                assertEquals(++sequence, sent.id().sequence(), sent::toString);
                List<Doing.What> heard = doings.stream()
                        .filter(each -> each.type() == Row.Type.HANDLED)
                        .filter(each -> each.presentation() == sent.presentation() && each.started() < sent.time())
                        .sorted(Comparator.comparingLong(Doing.What::started).reversed())
                        .toList();
                assertEquals(heard.stream().map(Doing.What::id).toList(), sent.causes(), sent::toString);
                long left = place < 1
                        ? (sent.presentation() - 1) * period
                        : heard.get(0).time();
                assertEquals(left, sent.time(), sent::toString);
            }
        });
    }

    private static void requireUpdates(KeptPages kept, int depth) {
        Map<String, Long> versions = new HashMap<>();
        for (Doing doing : kept.of(Row.Type.UPDATED)) {
            Doing.What update = doing.what();
            String weights = (update.feedback() ? "V" : "W") + update.layer();
            assertEquals(
                    versions.merge(weights, 1L, Long::sum), update.versions().get(0), update::toString);
            assertEquals(0, update.staleness(), update::toString);
            boolean learns = update.feedback()
                    ? update.purpose().learnsFeedback()
                    : update.purpose().learnsForward();
            assertTrue(learns, update::toString);
            Doing.What cause = kept.of(Row.Type.HANDLED).stream()
                    .map(Doing::what)
                    .filter(each -> each.id().equals(update.id()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("without a cause: " + update));
            assertEquals(
                    List.of(cause.place(), cause.time(), cause.presentation()),
                    List.of(update.place(), update.time(), update.presentation()));
        }
        assertTrue(versions.containsKey("W" + depth), versions::toString);
    }

    private static void requireWalls(KeptPages kept) {
        Map<MessageId, Doing> sent = sent(kept);
        for (Doing each : kept.of(Row.Type.HANDLED)) {
            Doing.Walls walls = each.walls();
            List<Long> times = List.of(
                    0L,
                    sent.get(each.what().id()).walls().finished(),
                    walls.delivered(),
                    walls.started(),
                    walls.finished());
            assertEquals(times.stream().sorted().toList(), times, each::toString);
        }
        for (Doing each : kept.of(Row.Type.UPDATED)) {
            assertTrue(each.walls().started() <= each.walls().finished(), each::toString);
        }
    }
}
