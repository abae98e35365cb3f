package org.somata.experiments.markup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file to look at that loads nothing. Its content security policy has the browser see to that, and lets no script run
 * but ours.
 *
 * @param kind what it is, in a word
 * @param body what it shows, before any script runs
 */
public record Page(String kind, String title, List<Markup> body, List<Embedded> styles, List<Embedded> scripts) {
    private static final String BEGINNING = "<!doctype html>\n<html lang=\"en\">";

    public Page {
        body = List.copyOf(body);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    public String html() {
        Element head = Element.of("head")
                .add(Element.of("meta").with("charset", "utf-8"))
                .add(generator(kind))
                .add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", policy()))
                .add(Element.of("title", title + " – somata " + kind))
                .add(styles);
        List<Markup> all = new ArrayList<>(body);
        all.addAll(scripts);
        StringBuilder page = new StringBuilder(BEGINNING);
        head.appendTo(page);
        Element.of("body").with("class", kind).add(all).appendTo(page);
        return page.append("</html>\n").toString();
    }

    /** Puts it into a file, in one step; of what is there already it replaces an earlier page of its kind alone. */
    public void write(Path file) {
        new PageFile(kind).write(file, html().getBytes(StandardCharsets.UTF_8));
    }

    private String policy() {
        return "default-src 'none'; img-src data:; style-src " + hashes(styles) + "; script-src " + hashes(scripts);
    }

    private static String hashes(List<Embedded> of) {
        return of.stream().map(Embedded::hash).collect(Collectors.joining(" "));
    }

    /** By which an earlier page is known. */
    static Element generator(String kind) {
        return Element.of("meta").with("name", "generator").with("content", "somata " + kind);
    }
}
