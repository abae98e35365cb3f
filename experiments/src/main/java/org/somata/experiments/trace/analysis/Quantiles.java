package org.somata.experiments.trace.analysis;

/** How many values there are, and where most of them lie: within 0.1 %, the largest exactly. All 0 where there are none. */
public record Quantiles(long count, double mean, long p50, long p90, long p99, long max) {}
