package org.somata.model.network;

/**
 * @param cost the output loss, in nats an example where it is a likelihood
 * @param error wrong classifications in percent; NaN where nothing is classified
 */
public record Evaluation(double cost, double error) {
    static Evaluation of(double summedCost, double mistakes, int examples) {
        return new Evaluation(summedCost / examples, 100.0 * mistakes / examples);
    }

    /** Adds up the output layer's reports. */
    public static final class Sum {
        private double cost;
        private double mistakes;

        public void add(double batchCost, double batchMistakes) {
            cost += batchCost;
            mistakes += batchMistakes;
        }

        public Evaluation over(int examples) {
            return of(cost, mistakes, examples);
        }
    }
}
