package org.somata.experiments.report;

import java.util.List;
import org.somata.experiments.report.markup.Element;
import org.somata.experiments.report.markup.Embedded;
import org.somata.experiments.report.markup.Markup;

/**
 * The frame of a report: one file that loads nothing. Its content security policy has the browser see to that, and lets no
 * script run but ours.
 */
final class Page {
    /** By which an earlier report is known. */
    static final String GENERATOR = "<meta name=\"generator\" content=\"somata report\">";

    private static final String BEGINNING = "<!doctype html>\n<html lang=\"en\">";

    private Page() {}

    static String html(String title, List<Markup> body) {
        Embedded style = Embedded.style(Page.class, "report.css");
        Embedded script = Embedded.script(Page.class, "report.js");
        Element head = Element.of("head")
                .add(Element.of("meta").with("charset", "utf-8"))
                .add(Element.of("meta").with("name", "generator").with("content", "somata report"))
                .add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with(
                                "content",
                                "default-src 'none'; img-src data:; style-src " + style.hash() + "; script-src "
                                        + script.hash()))
                .add(Element.of("title", title + " – somata report"))
                .add(style);
        StringBuilder page = new StringBuilder(BEGINNING);
        head.appendTo(page);
        Element.of("body", Element.of("main").add(body), script).appendTo(page);
        return page.append("</html>\n").toString();
    }
}
