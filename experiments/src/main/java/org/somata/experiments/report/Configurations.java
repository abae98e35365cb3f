package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somata.config.ExperimentConfig;
import org.somata.config.HiddenConfig;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.trials.Differences;

/** Who is compared: the configurations, in what they differ, and what they have in common. */
final class Configurations {
    /** More columns do not fit on a page. */
    private static final int MOST_COLUMNS = 6;

    private static final int MOST_ROWS_BEFORE_RESULTS = 8;

    private final List<Group> groups;
    private final Differences differences;

    private Configurations(List<Group> groups) {
        this.groups = groups;
        this.differences = Differences.of(groups.stream().map(Group::subject).toList());
    }

    static Section section(Gathered gathered) {
        Configurations all = new Configurations(gathered.groups());
        List<Markup> content = new ArrayList<>(List.of(all.overview()));
        if (!all.apart()) {
            content.addAll(all.settings());
        }
        return new Section("configurations", "Configurations", content);
    }

    /** In what they differ where that is a long list, which would keep the results from the reader. */
    static Optional<Section> differing(Gathered gathered) {
        Configurations all = new Configurations(gathered.groups());
        return all.apart()
                ? Optional.of(new Section("settings", "Settings that differ", all.settings()))
                : Optional.empty();
    }

    private boolean apart() {
        return differences.keys().size() > MOST_ROWS_BEFORE_RESULTS;
    }

    private List<Markup> settings() {
        List<Markup> content = new ArrayList<>();
        if (!differences.keys().isEmpty()) {
            if (!apart()) {
                content.add(Element.of("h3", "What differs"));
            }
            content.add(differing());
        }
        return content;
    }

    private Element overview() {
        Grid grid = new Grid()
                .called("The configurations of this report")
                .head(
                        Grid.over("configuration", 1),
                        Grid.over("rule", 1),
                        Grid.over("data", 1),
                        Grid.over("hidden layers", 1),
                        Grid.number("epochs"),
                        Grid.over("seeds", 1),
                        Grid.over("runs", 1));
        for (Group group : groups) {
            ExperimentConfig config = group.config();
            grid.row(
                    Chip.row(group),
                    Grid.text(words(config.learning().rule())),
                    Grid.text(config.data().set()),
                    Grid.text(layers(config.network().layers())),
                    Grid.rightly(Integer.toString(config.training().epochs())),
                    Grid.text(group.seeds()),
                    Grid.text(completion(group)));
        }
        return grid.element();
    }

    private static String completion(Group group) {
        int completed = group.completed().size();
        return completed == group.runs().size()
                ? completed + " completed"
                : completed + " of " + group.runs().size() + " completed";
    }

    private static String layers(List<HiddenConfig> layers) {
        return layers.stream()
                .map(layer ->
                        (layer.count() > 1 ? layer.count() + "×" : "") + layer.units() + " " + layer.nonlinearity())
                .collect(Collectors.joining(", "));
    }

    private static String words(Object constant) {
        return constant.toString().replace('-', ' ');
    }

    private Element differing() {
        Grid grid = new Grid().called("Settings in which the configurations differ");
        List<String> keys = differences.keys();
        if (groups.size() <= MOST_COLUMNS) {
            List<Element> head = new ArrayList<>(List.of(Grid.over("setting", 1)));
            groups.forEach(group -> head.add(Chip.column(group)));
            grid.head(head.toArray(Markup[]::new));
            keys.forEach(key -> grid.row(cells(Element.of("td", Grid.path(key)), groups, group -> value(group, key))));
        } else {
            List<Element> head = new ArrayList<>(List.of(Grid.over("configuration", 1)));
            keys.forEach(key -> head.add(Element.of("th", Grid.path(key)).with("scope", "col")));
            grid.head(head.toArray(Markup[]::new));
            groups.forEach(group -> grid.row(cells(Chip.row(group), keys, key -> value(group, key))));
        }
        return grid.element();
    }

    private static <T> List<Element> cells(Element first, List<T> others, Function<T, Element> cell) {
        List<Element> cells = new ArrayList<>(List.of(first));
        others.forEach(each -> cells.add(cell.apply(each)));
        return cells;
    }

    private Element value(Group group, String key) {
        String value = differences.settings().get(groups.indexOf(group)).get(key);
        return value == null ? Element.classed("td", "none", Numbers.NONE) : Grid.text(value);
    }

    /** Reference, for the end of the page: all settings but those shown as different. */
    static List<Element> rest(Gathered gathered) {
        return new Configurations(gathered.groups()).rest();
    }

    private List<Element> rest() {
        List<Map<String, String>> all =
                groups.stream().map(group -> group.subject().settings()).toList();
        Map<String, String> common = new LinkedHashMap<>(all.get(0));
        all.forEach(each -> common.entrySet().retainAll(each.entrySet()));
        List<Element> lists = new ArrayList<>();
        lists.add(list(groups.size() == 1 ? "All settings" : "Settings common to all", common));
        // those for which the rules of others have no use
        for (int i = 0; i < groups.size(); i++) {
            Map<String, String> own = all.get(i);
            own.keySet().removeAll(common.keySet());
            own.keySet().removeAll(differences.keys());
            if (!own.isEmpty()) {
                lists.add(list("Further settings of " + groups.get(i).letter(), own));
            }
        }
        return lists;
    }

    private static Element list(String title, Map<String, String> settings) {
        Element list = Element.classed("dl", "settings");
        settings.forEach((key, value) ->
                list.add(Element.of("div", Element.of("dt", key), Element.of("dd", value.isEmpty() ? "“”" : value))));
        return Section.folded(title + ": " + settings.size(), list);
    }
}
