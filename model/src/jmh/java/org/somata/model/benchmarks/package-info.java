/** Micro-benchmarks of the kernels, and of the step of training that they add up to. */
package org.somata.model.benchmarks;
