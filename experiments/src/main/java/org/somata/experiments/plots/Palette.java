package org.somata.experiments.plots;

import java.awt.Color;

/** Colours that the colour-blind tell apart too. */
final class Palette {
    static final Color TRAIN = new Color(0x0072b2);
    static final Color VALID = new Color(0xd55e00);
    static final Color TEST = new Color(0x009e73);

    /** From dark to light, even in lightness, none so light that it is lost on white; of the kind of viridis. */
    private static final int[] LADDER = {0x440154, 0x433e85, 0x2d6f8e, 0x1f9a8a, 0x52c569, 0xc2c21e};

    private Palette() {}

    /** Of a layer, the first of which is the darkest. */
    static Color layer(int layer, int layers) {
        double place = layers == 1 ? 0 : (layer - 1.0) / (layers - 1) * (LADDER.length - 1);
        int below = Math.min((int) place, LADDER.length - 2);
        Color from = new Color(LADDER[below]);
        Color to = new Color(LADDER[below + 1]);
        double share = place - below;
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
