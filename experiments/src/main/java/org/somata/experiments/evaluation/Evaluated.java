package org.somata.experiments.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.somata.model.network.Evaluation;

/**
 * What an evaluation found.
 *
 * @param checkpoint its folder
 * @param chosen why this checkpoint, in words
 * @param epoch whole epochs that the network was taught for
 * @param step presentations that it was taught
 * @param data the dataset's name or directory
 * @param sets by their names train, valid and test; one that is empty is not there
 * @param predictions the file that was written, empty if none
 */
@JsonPropertyOrder({"run", "checkpoint", "chosen", "epoch", "step", "data", "sets", "predictions"})
public record Evaluated(
        String run,
        String checkpoint,
        String chosen,
        int epoch,
        long step,
        String data,
        Map<String, OfSet> sets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String predictions) {
    /**
     * @param cost mean over the examples, in nats where the loss is a likelihood; null where it is no number
     * @param error wrong classifications in percent; null where nothing is classified
     */
    public record OfSet(int examples, Double cost, Double error) {
        static OfSet of(int examples, Evaluation evaluation) {
            return new OfSet(examples, number(evaluation.cost()), number(evaluation.error()));
        }

        private static Double number(double figure) {
            return Double.isFinite(figure) ? figure : null;
        }
    }
}
