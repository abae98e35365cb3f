package org.somata.experiments.report;

import org.somata.experiments.markup.Element;
import org.somata.experiments.report.charts.Palette;

/** Small marks that tie words to lines: a group's letter on its colour, the layers' colours in order. */
final class Chip {
    private static final int LAYER_WIDTH = 22;

    private Chip() {}

    static Element of(Group group) {
        int width = 11 + 7 * group.letter().length();
        return Element.classed("svg", "chip")
                .with("viewBox", "0 0 " + width + " 18")
                .with("width", width)
                .with("height", 18)
                .add(Element.of("rect")
                        .with("width", width)
                        .with("height", 18)
                        .with("rx", 4)
                        .with("fill", group.colour()))
                .add(Element.of("text", group.letter())
                        .with("x", width / 2.0)
                        .with("y", 13)
                        .with("text-anchor", "middle")
                        .with("fill", "#fff"));
    }

    /** The head of a group's row. */
    static Element row(Group group) {
        return Element.classed("th", "who")
                .with("scope", "row")
                .add(Element.classed("span", "name", of(group)).add(" " + group.name()));
    }

    /** The head of a group's column. */
    static Element column(Group group) {
        return Element.of("th", of(group)).with("scope", "col").with("title", group.name());
    }

    /** 1 to M, each on the colour of its lines. */
    static Element layers(int layers) {
        Element key = Element.classed("svg", "chip")
                .with("viewBox", "0 0 " + layers * LAYER_WIDTH + " 18")
                .with("width", layers * LAYER_WIDTH)
                .with("height", 18)
                .with("role", "img")
                .with("aria-label", "the colours of layers 1 to " + layers + ", from dark to light");
        for (int layer = 1; layer <= layers; layer++) {
            double left = (layer - 1.0) * LAYER_WIDTH;
            key.add(Element.of("rect")
                    .with("x", left)
                    .with("width", LAYER_WIDTH)
                    .with("height", 18)
                    .with("fill", Palette.layer(layer, layers)));
            key.add(Element.of("text", Integer.toString(layer))
                    .with("x", left + LAYER_WIDTH / 2.0)
                    .with("y", 13)
                    .with("text-anchor", "middle")
                    .with("fill", layer - 1 <= 0.6 * (layers - 1) ? "#fff" : "#1a1d21"));
        }
        return key;
    }
}
