/**
 * Pictures of what a run or its trials have recorded, curves against the epoch and the filters of the first layer, and
 * diagrams of other measurements.
 */
package org.somata.experiments.plots;
