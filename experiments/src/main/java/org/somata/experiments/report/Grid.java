package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.trials.PairedDifference;
import org.somata.experiments.trials.Statistics;

/** A table whose numbers stand under each other: a mean ends where its column does, its ± begins beside it. */
final class Grid {
    private final List<Element> heads = new ArrayList<>();
    private final List<Element> rows = new ArrayList<>();
    private String caption = "";

    /** What the table shows, for those who have it read to them. */
    Grid called(String what) {
        caption = what;
        return this;
    }

    Grid head(Markup... cells) {
        heads.add(Element.of("tr", cells));
        return this;
    }

    Grid row(List<? extends Markup> cells) {
        rows.add(Element.of("tr").add(cells));
        return this;
    }

    Grid row(Markup... cells) {
        return row(List.of(cells));
    }

    Element element() {
        Element table = Element.of("table");
        if (!caption.isEmpty()) {
            table.add(Element.of("caption", caption));
        }
        table.add(Element.of("thead").add(heads), Element.of("tbody").add(rows));
        return Element.classed("div", "wide", table);
    }

    /** The head of columns. */
    static Element over(String text, int columns) {
        Element head = Element.of("th", text).with("scope", columns == 1 ? "col" : "colgroup");
        return columns == 1 ? head : head.with("colspan", columns);
    }

    /** The head of a column of numbers. */
    static Element number(String text) {
        return over(text, 1).with("class", "n");
    }

    /** The head of a column of means and their deviations. */
    static Element pair(String text) {
        return over(text, 2).with("class", "m");
    }

    static Element text(String text) {
        return Element.of("td", text);
    }

    static Element rightly(String number) {
        return Element.classed("td", "n", number);
    }

    /** A setting's path, which may break after its dots. */
    static Element path(String path) {
        Element code = Element.of("code");
        String[] parts = path.split("(?<=\\.)");
        for (int i = 0; i < parts.length; i++) {
            code.add(i == 0 ? List.of() : List.of(Element.of("wbr"))).add(parts[i]);
        }
        return code;
    }

    /** Two cells: a mean, and its standard deviation if there is one. */
    static List<Element> mean(Statistics of, int decimals) {
        return spread(Numbers.fixed(of.mean(), decimals), of.deviation(), decimals);
    }

    /** Two cells: a difference's mean and its standard error. */
    static List<Element> difference(PairedDifference of, int decimals) {
        return spread(Numbers.signed(of.mean(), decimals), of.standardError(), decimals);
    }

    private static List<Element> spread(String mean, double spread, int decimals) {
        return List.of(
                Element.classed("td", "n mean", mean),
                Element.classed(
                        "td", "spread", Double.isNaN(spread) ? "" : "± " + Numbers.fixed(spread, decimals) + " "));
    }

    /** The same for figures that may be very small, by their power of ten. */
    static List<Element> scientific(Statistics of) {
        if (Double.isNaN(of.mean())) {
            return mean(of, 2);
        }
        int exponent = Numbers.exponent(of.mean());
        double unit = Math.pow(10, exponent);
        List<Element> cells = spread(Numbers.fixed(of.mean() / unit, 2), of.deviation() / unit, 2);
        return List.of(cells.get(0), exponent == 0 ? cells.get(1) : cells.get(1).add(Numbers.timesTenTo(exponent)));
    }
}
