/** One HTML file that shows what runs, trials and sweeps came to. It only looks at what {@code runs} has recorded. */
package org.somata.experiments.report;
