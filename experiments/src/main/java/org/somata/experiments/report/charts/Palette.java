package org.somata.experiments.report.charts;

/**
 * Colours. Those of groups are Okabe and Ito's, told apart by people who do not see all colours; those of layers go from
 * dark to light in one sequence, so that they keep their order in shades of grey.
 */
public final class Palette {
    private static final String[] GROUPS = {
        "#0072b2", "#d55e00", "#009e73", "#aa4499", "#56b4e9", "#e69f00", "#000000", "#8c6d31"
    };

    /** From dark violet over blue and green to yellow, evenly in lightness. */
    private static final int[][] SEQUENCE = {
        {0x3b, 0x0f, 0x57},
        {0x40, 0x43, 0x87},
        {0x2d, 0x70, 0x8e},
        {0x20, 0x9b, 0x88},
        {0x5c, 0xc2, 0x60},
        {0xc2, 0xc9, 0x2a}
    };

    private Palette() {}

    public static String group(int place) {
        return GROUPS[place % GROUPS.length];
    }

    /** Of a layer from 1. */
    public static String layer(int layer, int layers) {
        double place = layers <= 1 ? 0 : (layer - 1.0) / (layers - 1) * (SEQUENCE.length - 1);
        int from = Math.min((int) place, SEQUENCE.length - 2);
        StringBuilder colour = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            double mixed =
                    SEQUENCE[from][channel] + (place - from) * (SEQUENCE[from + 1][channel] - SEQUENCE[from][channel]);
            colour.append(String.format("%02x", Math.round(mixed)));
        }
        return colour.toString();
    }
}
