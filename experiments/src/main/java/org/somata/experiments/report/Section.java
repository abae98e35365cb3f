package org.somata.experiments.report;

import java.util.List;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;

/**
 * A part of the page.
 *
 * @param id by which the page's table of contents finds it
 * @param content nothing where there is nothing to show; the section is left out then
 */
record Section(String id, String title, List<Markup> content) {
    Section {
        content = List.copyOf(content);
    }

    Element element() {
        return Element.of("section").with("id", id).add(Element.of("h2", title)).add(content);
    }

    static Element note(String text) {
        return Element.classed("p", "note", text);
    }

    static Element folded(String summary, Markup... content) {
        return Element.of("details", Element.of("summary", summary)).add(content);
    }
}
