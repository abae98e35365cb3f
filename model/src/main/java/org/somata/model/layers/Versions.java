package org.somata.model.layers;

/**
 * Updates so far of what a layer owns: as arrays, part of what a checkpoint must hold.
 *
 * @param forward of W
 * @param feedback of its own V
 * @param feedbackAbove of the V of the layer above, where that lives at the lower end of its link
 */
public record Versions(long forward, long feedback, long feedbackAbove) {
    public Versions(long forward, long feedback) {
        this(forward, feedback, 0);
    }
}
