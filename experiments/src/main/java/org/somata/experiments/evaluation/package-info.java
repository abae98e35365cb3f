/** What a checkpoint's network makes of a dataset: costs, errors, and a row for each example. */
package org.somata.experiments.evaluation;
