package org.somata.model.layers;

import org.somata.model.numerics.Matrix;

/**
 * Feedback weights that are drawn once and never learn.
 *
 * @param name in a checkpoint: V (n_{i−1} × n_i) of feedback alignment, D (n_i × n_M) of direct feedback alignment
 */
record FixedWeights(String name, Matrix weights) {}
