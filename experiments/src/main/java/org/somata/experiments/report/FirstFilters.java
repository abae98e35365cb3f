package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.plots.Filters;
import org.somata.experiments.runs.RecordedRun;

/** Rows of W_1 as pictures, of one run of each configuration whose first layer sees images. */
final class FirstFilters {
    /** Pictures are most of what makes a report heavy. */
    private static final int MOST = 6;

    private FirstFilters() {}

    static Optional<Section> section(Gathered gathered) {
        List<Element> pictures = new ArrayList<>();
        for (Group group : gathered.groups()) {
            if (pictures.size() < MOST) {
                picture(group).ifPresent(pictures::add);
            }
        }
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        List<Markup> content = new ArrayList<>();
        content.add(Element.classed("div", "filters").add(pictures));
        content.add(
                Section.note(
                        "Each small square is what one unit of layer 1 weighs its inputs with, on a scale of its"
                                + " own: mid-grey is 0, light positive, dark negative. From the newest checkpoint of the run."));
        return Optional.of(new Section("filters", "Filters of the first layer", content));
    }

    private static Optional<Element> picture(Group group) {
        for (RecordedRun run : group.shown()) {
            Optional<byte[]> png = Filters.of(run);
            if (png.isPresent()) {
                String words = group.name() + ", seed " + run.config().seed();
                return Optional.of(Element.classed(
                        "figure",
                        "filter",
                        Element.of("figcaption", Chip.of(group)).add(" " + words),
                        Element.of("img")
                                .with("alt", "first-layer filters of " + words)
                                .with(
                                        "src",
                                        "data:image/png;base64,"
                                                + Base64.getEncoder().encodeToString(png.get()))));
            }
        }
        return Optional.empty();
    }
}
