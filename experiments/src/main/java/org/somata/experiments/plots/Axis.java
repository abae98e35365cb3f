package org.somata.experiments.plots;

/** What a vertical axis is like. */
enum Axis {
    LOGARITHMIC,
    FROM_ZERO,
    /** Degrees, from 0 to a right angle at least. */
    ANGLE
}
