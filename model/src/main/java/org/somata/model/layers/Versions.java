package org.somata.model.layers;

/** Updates so far of a layer's W and of its V. */
public record Versions(long forward, long feedback) {}
