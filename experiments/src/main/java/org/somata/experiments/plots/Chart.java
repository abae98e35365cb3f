package org.somata.experiments.plots;

import java.util.List;

/**
 * Curves against the epoch.
 *
 * @param name of its file, without the ending
 * @param label of the vertical axis, with the unit
 */
record Chart(String name, String title, String label, Axis axis, List<Curve> curves) {
    Chart {
        curves = List.copyOf(curves);
    }
}
