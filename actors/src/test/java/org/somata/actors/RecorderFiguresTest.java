package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.actors.recording.Row;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.network.Network;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What is recorded of losses, of norms and of bits is what the layers themselves have counted. */
class RecorderFiguresTest {
    /** A layer's figures are told as float32. */
    private static final double SINGLE = 1e-6;

    /** One pass, since the tally of the output's loss knows of presentations that are only observed, too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.somata.actors.RecorderTest#specimens")
    void lossesAndNormsAreThoseOfTheTallies(String name, Specimen specimen) {
        List<String> checked = new ArrayList<>();
        KeptPages[] all = new KeptPages[1];
        List<Figures> figures = new ArrayList<>();
        all[0] = RecorderTest.recorded(
                specimen,
                2,
                network -> {
                    network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Network.Watcher.NONE);
                    network.visit(layer -> figures.add(Figures.of(layer)));
                    return List.of();
                },
                checked);
        for (Figures each : figures) {
            List<Doing.What> own = all[0].of(Row.Type.UPDATED).stream()
                    .map(Doing::what)
                    .filter(update -> update.place() == each.place())
                    .toList();
            List<Doing.What> forward =
                    own.stream().filter(update -> !update.feedback()).toList();
            assertEquals(each.versions().get(0), forward.size());
            near(each.norm(), forward.stream().mapToDouble(Doing.What::norm).sum());
            boolean output = each.place() == specimen.depth() && specimen.depth() > 1;
            if (!(output && specimen.learning().bottomUp())) {
                near(
                        each.loss(output),
                        forward.stream().mapToDouble(Doing.What::loss).sum());
            }
            List<Doing.What> feedback = own.stream()
                    .filter(update -> update.feedback() && update.layer() == each.place())
                    .toList();
            assertEquals(each.versions().get(1), feedback.size());
            if (specimen.depth() > 1) {
                near(
                        each.inverse(),
                        feedback.stream().mapToDouble(Doing.What::loss).sum());
            }
            List<Doing.What> above = own.stream()
                    .filter(update -> update.feedback() && update.layer() == each.place() + 1)
                    .toList();
            assertEquals(each.versions().get(2), above.size());
            near(
                    each.inverseAbove(),
                    above.stream().mapToDouble(Doing.What::loss).sum());
            assertEquals(own.size(), forward.size() + feedback.size() + above.size());
        }
    }

    private static void near(double wanted, double found) {
        assertEquals(wanted, found, Double.isNaN(wanted) ? SINGLE : Math.max(Math.abs(wanted), 1) * SINGLE);
    }

    /** What a layer has counted, NaN where its rule has no such loss; of an auto-encoder the losses are told together. */
    private record Figures(
            int place,
            List<Integer> versions,
            double norm,
            double target,
            double cost,
            double inverse,
            double inverseAbove) {
        static Figures of(Layer layer) {
            Tally tally = layer.tally();
            boolean told = tally.count(Tally.TARGET_LOSS) > 0;
            boolean rebuilds = tally.count("training_cost") > 0 && told;
            return new Figures(
                    layer.place(),
                    LongStream.of(
                                    layer.versions().forward(),
                                    layer.versions().feedback(),
                                    layer.versions().feedbackAbove())
                            .mapToObj(version -> (int) version)
                            .collect(Collectors.toList()),
                    tally.sum(Tally.UPDATE_NORM),
                    told ? tally.sum(Tally.TARGET_LOSS) + (rebuilds ? tally.sum(Tally.INVERSE_LOSS) : 0) : Double.NaN,
                    tally.sum("training_cost"),
                    tally.sum(Tally.INVERSE_LOSS),
                    tally.sum(Tally.INVERSE_LOSS_ABOVE));
        }

        double loss(boolean output) {
            // where nothing was learned there is nothing to tell of either
            return versions.get(0) == 0 ? 0 : output ? cost : target;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.somata.actors.RecorderTest#specimens")
    void bitsOfEachSenderAndKindAreThoseOfTheTallies(String name, Specimen specimen) {
        Map<Integer, Map<String, Long>> wanted = new TreeMap<>();
        KeptPages kept = RecorderTest.recorded(
                specimen,
                2,
                network -> {
                    network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Network.Watcher.NONE);
                    wanted.put(0, bits(network.input()));
                    network.visit(layer -> wanted.put(layer.place(), bits(layer.tally())));
                    return List.of();
                },
                new ArrayList<>());
        wanted.values().removeIf(Map::isEmpty);
        Map<Integer, Map<String, Long>> found = new TreeMap<>();
        for (Doing each : kept.of(Row.Type.SENT)) {
            Doing.What sent = each.what();
            long size = switch (sent.encoded()) {
                case SIGN, BITS -> 1;
                default -> Float.SIZE;
            };
            found.computeIfAbsent(sent.id().sender(), none -> new TreeMap<>())
                    .merge(sent.kind().label(), size * sent.units() * sent.batch(), Long::sum);
        }
        found.remove(MessageId.TEACHER);
        assertEquals(wanted, found);
    }

    private static Map<String, Long> bits(Tally tally) {
        Map<String, Long> bits = new TreeMap<>();
        for (MessageKind kind : MessageKind.values()) {
            if (tally.count(kind.label()) > 0) {
                bits.put(kind.label(), (long) tally.sum(kind.label()));
            }
        }
        return bits;
    }
}
