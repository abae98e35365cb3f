package org.somata.experiments.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.layers.Rule;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Fate;
import org.somata.model.network.Labels;
import org.somata.model.signals.MessageKind;

/**
 * What the layers of a network without a clock need in order to learn.
 *
 * @param credit the kind of message that W learns from
 * @param afterTarget whether V learns once the credit has come
 * @param memory presentations that a layer remembers
 * @param layers from layer 1 up
 * @param fate of messages
 */
public record Lessons(MessageKind credit, boolean afterTarget, int memory, List<OfLayer> layers, Fate fate) {
    public Lessons {
        layers = List.copyOf(layers);
    }

    /**
     * Those of one layer.
     *
     * @param actProbability that W learns from a credit
     * @param reached whether credit can cross all links from the output down to it
     * @param gathered gradients that an update of W takes
     * @param feedbackGathered the same of V; empty where the layer has none that learns
     * @param cable whether that V lives at the lower end of the link, with the layer below
     */
    public record OfLayer(
            double actProbability, boolean reached, int gathered, Optional<Integer> feedbackGathered, boolean cable) {}

    static Lessons of(NetworkSpec spec, Asynchrony how) {
        Recall recall = spec.recall().orElseThrow();
        return new Lessons(
                spec.learning().rule().credit(),
                spec.learning().feedbackAfterTarget(),
                recall.presentations(),
                IntStream.rangeClosed(1, spec.depth())
                        .mapToObj(place -> ofLayer(spec, recall, place))
                        .toList(),
                new Fate(how, spec.seed()));
    }

    private static OfLayer ofLayer(NetworkSpec spec, Recall recall, int place) {
        Rule rule = spec.learning().rule();
        boolean learned = rule.feedback() == Rule.Feedback.LEARNED;
        return new OfLayer(
                recall.actProbability(place),
                rule.feedback() == Rule.Feedback.DIRECT
                        || spec.links().subList(place, spec.depth()).stream().allMatch(link -> brings(link, rule)),
                gathered(spec.forward().get(place - 1)),
                spec.feedback().get(place - 1).filter(mapping -> learned).map(Lessons::gathered),
                spec.links().get(place - 1).feedbackAtReceiver());
    }

    private static boolean brings(LinkSpec link, Rule rule) {
        return link.feedbackAtReceiver() || rule.crosses(link.forward());
    }

    private static int gathered(MappingSpec mapping) {
        return mapping.coping().accumulate();
    }

    /** M. */
    public int depth() {
        return layers.size();
    }

    public OfLayer layer(int place) {
        return layers.get(place - 1);
    }

    /** How many of a run's first presentations lost their labels on the way. */
    public long labelsLost(long presentations) {
        return LongStream.rangeClosed(1, presentations)
                .filter(number -> fate.copies(MessageKind.LABEL, Labels.TEACHER, number, depth()) == 0)
                .count();
    }
}
