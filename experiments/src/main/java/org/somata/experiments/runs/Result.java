package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run ended: result.json.
 *
 * @param status completed, diverged, failed, interrupted
 * @param reason in words, where it was not completed; empty otherwise
 * @param stopped why it ended before its last epoch and is completed all the same; empty where it went on to that
 * @param unlearned of a completed run without a clock: the weights that never learned
 * @param atEnd the last evaluated epoch; null before the first
 * @param selected the epoch of lowest validation error (an auto-encoder's: of lowest validation cost), the earliest of
 *     equals; null without validation
 * @param examples presented to learn from, each as often as it was; 0 where an earlier program did not count them
 * @param links the messages and bits of learning, by link and direction; empty likewise
 */
public record Result(
        String status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String stopped,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unlearned> unlearned,
        int epochs,
        long steps,
        @JsonProperty("final") Figures atEnd,
        Figures selected,
        long messages,
        long bitsForward,
        long bitsFeedback,
        long evaluationMessages,
        long evaluationBitsForward,
        long examples,
        List<LinkTraffic> links,
        double wallS) {
    static final String FILE = "result.json";
    public static final String COMPLETED = "completed";
    public static final String DIVERGED = "diverged";
    public static final String FAILED = "failed";
    public static final String INTERRUPTED = "interrupted";
    /** What {@link #traffic} tells, in its order. */
    public static final List<String> TRAFFIC = List.of(
            "messages", "bits_forward", "bits_feedback", "bits_forward_per_example", "bits_feedback_per_example");

    public Result {
        reason = reason == null ? "" : reason;
        stopped = stopped == null ? "" : stopped;
        unlearned = unlearned == null ? List.of() : List.copyOf(unlearned);
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** The figures of one epoch; null where there is none, as an auto-encoder has no errors. */
    public record Figures(
            int epoch,
            Double trainCost,
            Double trainError,
            Double validError,
            Double testError,
            Double validCost,
            Double testCost) {
        /** What result.json calls them, in their order. */
        public static final List<String> NAMES =
                List.of("epoch", "train_cost", "train_error", "valid_error", "test_error", "valid_cost", "test_cost");

        static Figures of(EpochFigures figures) {
            return new Figures(
                    figures.epoch(),
                    present(figures.trainCost()),
                    present(figures.trainError()),
                    present(figures.validError()),
                    present(figures.testError()),
                    present(figures.validCost()),
                    present(figures.testCost()));
        }

        /** All of them, the epoch too, by their {@link #NAMES}; NaN where there is none. */
        public Map<String, Double> byName() {
            Map<String, Double> figures = new LinkedHashMap<>();
            double[] values = {
                epoch,
                number(trainCost),
                number(trainError),
                number(validError),
                number(testError),
                number(validCost),
                number(testCost)
            };
            for (int i = 0; i < values.length; i++) {
                figures.put(NAMES.get(i), values[i]);
            }
            return figures;
        }

        private static double number(Double value) {
            return value == null ? Double.NaN : value;
        }

        private static Double present(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }

    /** Whether there is nothing to go on with. */
    public boolean ended() {
        return status.equals(COMPLETED) || status.equals(DIVERGED);
    }

    /** Sent upwards for each presented example of learning; NaN where these were not counted. */
    public double bitsForwardPerExample() {
        return examples == 0 ? Double.NaN : (double) bitsForward / examples;
    }

    /** The same downwards. */
    public double bitsFeedbackPerExample() {
        return examples == 0 ? Double.NaN : (double) bitsFeedback / examples;
    }

    /** What was sent to learn, by {@link #TRAFFIC}; NaN where it is not known. */
    public Map<String, Double> traffic() {
        Map<String, Double> traffic = new LinkedHashMap<>();
        double[] values = {messages, bitsForward, bitsFeedback, bitsForwardPerExample(), bitsFeedbackPerExample()};
        for (int i = 0; i < values.length; i++) {
            traffic.put(TRAFFIC.get(i), values[i]);
        }
        return traffic;
    }

    static Result of(
            String status,
            String reason,
            String stopped,
            Position position,
            List<EpochFigures> history,
            Traffic traffic,
            double wallSeconds) {
        return new Result(
                status,
                reason,
                stopped,
                List.of(),
                position.epoch(),
                position.step(),
                lastEvaluated(history),
                EpochFigures.selected(history).map(Figures::of).orElse(null),
                traffic.messages(),
                traffic.bitsForward(),
                traffic.bitsFeedback(),
                traffic.evaluationMessages(),
                traffic.evaluationBitsForward(),
                traffic.examples(),
                traffic.links(),
                wallSeconds);
    }

    /** The same, with the weights that never learned. */
    Result with(List<Unlearned> nothing) {
        return new Result(
                status,
                reason,
                stopped,
                nothing,
                epochs,
                steps,
                atEnd,
                selected,
                messages,
                bitsForward,
                bitsFeedback,
                evaluationMessages,
                evaluationBitsForward,
                examples,
                links,
                wallS);
    }

    /** Null before the first. */
    static Figures lastEvaluated(List<EpochFigures> history) {
        return history.stream()
                .filter(EpochFigures::evaluated)
                .reduce((earlier, later) -> later)
                .map(Figures::of)
                .orElse(null);
    }
}
