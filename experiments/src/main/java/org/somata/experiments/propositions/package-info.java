/**
 * What the paper claims, each claim as an experiment in double precision that passes or fails: programs over the library,
 * on the model's own layers and rules.
 */
package org.somata.experiments.propositions;
