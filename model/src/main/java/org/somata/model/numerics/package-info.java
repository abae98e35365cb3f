/**
 * Numbers and how they are worked on: matrices, the {@link org.somata.model.numerics.Kernels} that compute with them
 * (fused loops and BLAS, or ND4J operations only), and the counter-based generator behind all chance.
 */
package org.somata.model.numerics;
