package org.somata.model.layers;

/** The most examples in a minibatch, for which layers have room: of learning, and of evaluation. */
public record Batches(int learning, int evaluation) {}
