package org.somata.experiments.propositions;

/** A condition of a claim, broken on purpose, and in words what is done instead. */
public record Breach(String name, String words) {}
