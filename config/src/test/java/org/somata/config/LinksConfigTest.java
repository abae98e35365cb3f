package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.LinksConfig.End;
import org.somata.config.LinksConfig.Link;
import org.somata.config.TransmissionConfig.Bits;
import org.somata.config.TransmissionConfig.Levels;
import org.somata.config.TransmissionConfig.Real;
import org.somata.config.TransmissionConfig.Sign;

/** What links carry: a network of four hidden layers, so of five links. */
class LinksConfigTest {
    private static final TransmissionConfig REAL = new Real();
    private static final TransmissionConfig SIGN = new Sign(Levels.ZERO_ONE);
    private static final Link PLAIN = new Link(REAL, REAL, End.SENDER);

    @Test
    void areRealUnlessTheFileSaysOtherwise() {
        LinksConfig links = Samples.good().links();
        for (int place = 1; place <= 5; place++) {
            assertEquals(PLAIN, links.link(place, 5));
        }
    }

    @Test
    void takeWhatIsSaidOfAllWhereItHasAMeaning() {
        LinksConfig links = Samples.good("links={forward: bits, feedback: sign, feedback-at: receiver}")
                .links();
        assertEquals(PLAIN, links.link(1, 5));
        Link inner = new Link(new Bits(), SIGN, End.RECEIVER);
        assertEquals(List.of(inner, inner, inner), List.of(links.link(2, 5), links.link(3, 5), links.link(4, 5)));
        assertEquals(new Link(new Bits(), SIGN, End.SENDER), links.link(5, 5));
    }

    @Test
    void takeWhatIsSaidOfOneBeforeThat() {
        LinksConfig links = Samples.good(
                        "links={feedback: sign, feedback-at: receiver}",
                        "links.each.1.forward=sign",
                        "links.each.2.forward=sign",
                        "links.each.3={feedback: real, feedback-at: sender}")
                .links();
        assertEquals(new Link(SIGN, REAL, End.SENDER), links.link(1, 5));
        assertEquals(new Link(SIGN, SIGN, End.RECEIVER), links.link(2, 5));
        assertEquals(PLAIN, links.link(3, 5));
        assertEquals(new Link(REAL, SIGN, End.RECEIVER), links.link(4, 5));
    }

    @Test
    void haveLevels() {
        Sign signed = new Sign(Levels.PLUS_MINUS_ONE);
        assertEquals(
                signed,
                Samples.good("links.forward={kind: sign, levels: plus-minus-one}")
                        .links()
                        .forward());
        assertEquals(
                signed,
                Samples.good("links.each.2.forward=sign", "links.each.2.forward.levels=plus-minus-one")
                        .links()
                        .link(2, 5)
                        .forward());
    }

    @Test
    void mayCarryOtherThingsInEvaluation() {
        ExperimentConfig config = Samples.good(
                "links.forward=sign", "evaluation.transmission={2: bits, 3: real}", "evaluation.samples=9");
        assertEquals(Map.of(2, new Bits(), 3, REAL), config.evaluation().transmission());
        List<TransmissionConfig> carried = Stream.of(1, 2, 3, 4)
                .map(place -> config.evaluation().forward(place, config.links().link(place, 5)))
                .toList();
        assertEquals(List.of(REAL, new Bits(), REAL, SIGN), carried);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluation.samples=100 links.each.2.forward=bits",
                "evaluation.samples=100 links.each.1.forward=bits",
                "learning.samples=20 learning.rule=backpropagation links.forward=bits",
                "learning.rule=feedback-alignment links.feedback=sign learning.estimator=none",
                "learning.rule=target-propagation-through-optimization links.feedback=bits",
                "learning.inverse-loss=target links.each.5={forward:sign,feedback:bits}",
                // of no use to the rule, so it does not matter
                "learning.inverse-loss=target learning.rule=backpropagation links.forward=sign",
                "network.layers.1.nonlinearity=relu links.each.4={feedback:bits,feedback-at:sender}",
                "network.layers.0.nonlinearity=relu links.each.4={feedback:bits,feedback-at:receiver}",
            })
    void takeEveryMixThatHasAMeaning(String overrides) {
        Samples.good(words(overrides));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "links.forward=bits | links.forward: is bits, but the relu units of layer 4 have no probabilities",
                "links.each.5.forward=bits | links.each.5.forward: is bits, but the relu units of layer 4",
                "evaluation.transmission={5:bits} | evaluation.transmission.5: is bits, but the relu units of layer 4",
                "links.each.5.feedback=bits | links.each.5.feedback: is bits, but the relu units of layer 4",
                "links.each.4={feedback:bits,feedback-at:receiver} | links.each.4.feedback: is bits, but the relu units",
                "links.feedback=bits learning.rule=backpropagation |"
                        + " links.feedback: is bits, but what the rule backpropagation sends down is no target",
                "links.feedback-at=receiver learning.rule=feedback-alignment |"
                        + " links.feedback-at: is receiver, but the rule feedback-alignment trains no feedback mapping",
                "links.each.2.feedback-at=receiver learning.inverse-loss=target |"
                        + " learning.inverse-loss: is target, but the inverse loss of Eq. 17 needs f_2 and g_2",
                "links.each.3.feedback=sign learning.inverse-loss=target |"
                        + " learning.inverse-loss: is target, but the inverse loss of Eq. 17 needs f_3 and g_3",
                "links.each.3.feedback-at=receiver learning.feedback-updates=2 |"
                        + " learning.feedback-updates: is 2, but the feedback mapping of link 3 is at the receiver",
                "links.each.2.forward=bits evaluation.transmission={2:real} evaluation.samples=2 |"
                        + " evaluation.samples: is 2, but no link of this network carries bits in evaluation",
                "links.each.2.forward=bits learning.rule=backpropagation learning.estimator=none learning.samples=20 |"
                        + " learning.estimator: is none, but learning.samples is 20",
                "links.each.2.forward=bits learning.rule=backpropagation network.output=mean-squared-error"
                        + " learning.samples=20 | learning.samples: is 20, but it averages the probabilities of a softmax",
                "links.each.2.forward=bits learning.rule=feedback-alignment learning.samples=20 |"
                        + " learning.samples: is 20, but the rule feedback-alignment draws once",
            })
    void refuseWhatHasNone(String overrides, String message) {
        String said = assertThrows(
                        ConfigException.class,
                        () -> Samples.good(words("network.layers.1.nonlinearity=relu " + overrides)))
                .getMessage();
        assertTrue(said.contains(": " + message), said);
        assertTrue(said.indexOf(';') > 0, said);
    }

    private static String[] words(String overrides) {
        return overrides.strip().replace(":", ": ").split(" (?=\\S+=)");
    }
}
