/** A run: its directory, its loop over the epochs, its checkpoints, and going on where it stopped. */
package org.somata.experiments.runs;
