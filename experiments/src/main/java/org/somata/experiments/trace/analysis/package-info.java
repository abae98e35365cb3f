/**
 * Questions to a trace: what was told over which link and how long it took, why something happened, what was late, where
 * two runs part, and whether a trace can be true. Each answer takes one pass over the records, or looks up a few, and
 * remembers no more than what is under way; that of {@code why} is a chain, and no longer than one.
 */
package org.somata.experiments.trace.analysis;
