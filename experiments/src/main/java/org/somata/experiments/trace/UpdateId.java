package org.somata.experiments.trace;

/**
 * An update's identity: whose weights, which mapping's, and the how-manieth update of them it was.
 *
 * @param layer i, of W_i or V_i, wherever V_i lives
 * @param version from 1
 */
public record UpdateId(int layer, Mapping mapping, long version) {
    /** Which of a layer's mappings. */
    public enum Mapping {
        /** W_i and b_i. */
        FORWARD("forward"),
        /** V_i and c_i. */
        FEEDBACK("feedback");

        private final String label;

        Mapping(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** {@code layer-3:forward:17}. */
    @Override
    public String toString() {
        return "layer-" + layer + ":" + mapping.label() + ":" + version;
    }
}
