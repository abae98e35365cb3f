package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.LinkTraffic;
import org.somata.experiments.trials.Statistics;

/** What crossed each link for an example, in either direction. */
final class LinkTables {
    /** Of more groups the columns do not fit on a page. */
    private static final int MOST_SIDE_BY_SIDE = 4;

    private LinkTables() {}

    /** The links of all groups, where there are not too many, and those of each by kind of message. */
    static List<Markup> of(List<Group> all) {
        List<Cable> cables = all.stream()
                .map(Cable::of)
                .filter(cable -> !cable.links.isEmpty())
                .toList();
        List<Markup> content = new ArrayList<>();
        if (!cables.isEmpty()) {
            content.add(Element.of("h3", "Bits an example on each link"));
        }
        if (cables.size() == 1) {
            content.add(byKind(cables.get(0)));
        } else {
            if (cables.size() <= MOST_SIDE_BY_SIDE && !cables.isEmpty()) {
                content.add(sideBySide(cables));
            }
            cables.forEach(cable -> content.add(Section.folded(
                    cable.group.letter() + " " + cable.group.name() + ", by kind of message", byKind(cable))));
        }
        return content;
    }

    /** A link's two directions; each is what the runs of a group sent, and empty where nothing was. */
    private record Ways(List<LinkTraffic> up, List<LinkTraffic> down) {
        static final Ways NONE = new Ways(List.of(), List.of());

        Ways() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The links of a group by their ends, such as {@code layer 1 – layer 2}, from the input up. */
    private record Cable(Group group, Map<String, Ways> links) {
        static Cable of(Group group) {
            Map<String, Ways> links = new LinkedHashMap<>();
            group.results().stream().flatMap(result -> result.links().stream()).forEach(link -> {
                boolean up = link.direction().equals("forward");
                String ends = up ? link.from() + " – " + link.to() : link.to() + " – " + link.from();
                Ways ways = links.computeIfAbsent(ends.replace("layer-", "layer "), none -> new Ways());
                (up ? ways.up : ways.down).add(link);
            });
            return new Cable(group, links);
        }
    }

    private static Element sideBySide(List<Cable> cables) {
        List<Element> above = new ArrayList<>(List.of(Element.of("td")));
        List<Element> head = new ArrayList<>(List.of(Grid.over("link", 1)));
        Map<String, List<Element>> rows = new LinkedHashMap<>();
        for (Cable cable : cables) {
            above.add(Chip.column(cable.group)
                    .with("scope", "colgroup")
                    .with("colspan", 2)
                    .with("class", "span"));
            head.addAll(List.of(Grid.number("forward"), Grid.number("feedback")));
            cable.links.keySet().forEach(ends -> rows.putIfAbsent(ends, new ArrayList<>(List.of(Grid.text(ends)))));
        }
        for (Cable cable : cables) {
            rows.forEach((ends, cells) -> cells.addAll(numbers(cable.links.getOrDefault(ends, Ways.NONE))));
        }
        Grid grid = new Grid()
                .called("Bits an example on each link")
                .head(above.toArray(Markup[]::new))
                .head(head.toArray(Markup[]::new));
        rows.values().forEach(grid::row);
        return grid.element();
    }

    private static Element byKind(Cable cable) {
        Grid grid = new Grid()
                .called("Bits an example on each link of " + cable.group.letter() + ", by kind of message")
                .head(
                        Grid.over("link", 1),
                        Grid.number("forward"),
                        Grid.number("feedback"),
                        Grid.over("of these, forward", 1),
                        Grid.over("feedback", 1));
        cable.links.forEach((ends, ways) -> {
            List<Element> row = new ArrayList<>(List.of(Grid.text(ends)));
            row.addAll(numbers(ways));
            row.addAll(List.of(Grid.text(kinds(ways.up)), Grid.text(kinds(ways.down))));
            grid.row(row);
        });
        return grid.element();
    }

    private static List<Element> numbers(Ways ways) {
        return List.of(Grid.rightly(bits(ways.up)), Grid.rightly(bits(ways.down)));
    }

    /** An example's, mean over the runs. */
    private static String bits(List<LinkTraffic> ofRuns) {
        return Numbers.counted(Statistics.of(ofRuns.stream()
                        .map(LinkTraffic::bitsPerExample)
                        .filter(Objects::nonNull)
                        .toList())
                .mean());
    }

    /** With each one's bits an example, where there are several; of the first run, as all have the same. */
    private static String kinds(List<LinkTraffic> ofRuns) {
        if (ofRuns.isEmpty()) {
            return "";
        }
        LinkTraffic link = ofRuns.get(0);
        boolean several = link.kinds().size() > 1 && link.bitsPerExample() != null;
        return link.kinds().entrySet().stream()
                .map(kind -> kind.getKey().replace('-', ' ')
                        + (several
                                ? " "
                                        + Numbers.counted(link.bitsPerExample()
                                                * kind.getValue().bits()
                                                / link.bits())
                                : ""))
                .collect(Collectors.joining(", "));
    }
}
