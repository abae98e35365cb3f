package org.somata.experiments.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tag, its attributes and what is in it. Names come from our own code, texts and values from anywhere. */
public final class Element implements Markup {
    private static final Set<String> EMPTY = Set.of("br", "col", "img", "meta", "wbr");
    /** After their end a line breaks, so that the page can be read as a file too. */
    private static final Set<String> ON_LINES =
            Set.of("details", "div", "figure", "h1", "h2", "h3", "head", "header", "li", "p", "section", "svg", "tr");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Markup> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name, Markup... content) {
        return new Element(name).add(content);
    }

    public static Element of(String name, String text) {
        return new Element(name).add(text);
    }

    /** One of a class of the style sheet. */
    public static Element classed(String name, String of, Markup... content) {
        return new Element(name).with("class", of).add(content);
    }

    public static Element classed(String name, String of, String text) {
        return new Element(name).with("class", of).add(text);
    }

    public Element with(String attribute, Object value) {
        attributes.put(attribute, String.valueOf(value));
        return this;
    }

    public Element add(Markup... more) {
        content.addAll(List.of(more));
        return this;
    }

    public Element add(List<? extends Markup> more) {
        content.addAll(more);
        return this;
    }

    public Element add(String text) {
        content.add(new Text(text));
        return this;
    }

    @Override
    public void appendTo(StringBuilder page) {
        page.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            page.append(' ').append(attribute).append("=\"");
            Text.escape(value, page);
            page.append('"');
        });
        page.append('>');
        if (!EMPTY.contains(name)) {
            content.forEach(each -> each.appendTo(page));
            page.append("</").append(name).append('>');
        }
        if (ON_LINES.contains(name)) {
            page.append('\n');
        }
    }

    /** For tests and small pieces. */
    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        appendTo(page);
        return page.toString();
    }
}
