package org.somata.experiments.report.charts;

/** A mark on an axis; empty where it is a line without words. */
record Tick(double value, String label) {}
