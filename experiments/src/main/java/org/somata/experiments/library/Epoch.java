package org.somata.experiments.library;

/**
 * An epoch that is over.
 *
 * @param number from 1, over all of the network's training
 * @param cost the output loss of the minibatches as they were learned from, in their mean
 */
public record Epoch(int number, double cost) {}
