package org.somata.model.layers;

/**
 * The most examples in a minibatch, for which layers have room, and draws of each where bits are drawn.
 *
 * @param learning examples of a minibatch of learning
 * @param evaluation examples of one of evaluation
 * @param learningSamples draws of each example in learning, M of Raiko et al. (2014)
 * @param evaluationSamples draws of each example whose outputs are averaged
 */
public record Batches(int learning, int evaluation, int learningSamples, int evaluationSamples) {
    /** One draw of each example. */
    public Batches(int learning, int evaluation) {
        this(learning, evaluation, 1, 1);
    }
}
