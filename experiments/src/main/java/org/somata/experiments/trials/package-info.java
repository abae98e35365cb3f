/** Several runs of one experiment, each with a seed of its own: running them, summing them up, comparing them. */
package org.somata.experiments.trials;
