package org.somata.experiments.cli;

/** What a program that has ended leaves. */
record Outcome(int status, String out, String err) {}
