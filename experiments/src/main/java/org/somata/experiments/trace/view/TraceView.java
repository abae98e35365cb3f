package org.somata.experiments.trace.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Embedded;
import org.somata.experiments.markup.Page;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.Window;

/** A trace, or the beginning of a window of it, to look at: as a page of its own or as a part of another. */
public final class TraceView {
    /** More than these take a browser's breath away. */
    public static final int MESSAGES = 50_000;

    /** In one block of their own, in this order. */
    private static final List<String> SCRIPTS = List.of(
            "elements.js",
            "records.js",
            "time.js",
            "colours.js",
            "relations.js",
            "lanes.js",
            "density.js",
            "marks.js",
            "frame.js",
            "timeline.js",
            "overview.js",
            "pointing.js",
            "pictures.js",
            "panel.js",
            "sequence.js",
            "signals.js",
            "controls.js",
            "shown.js",
            "view.js");

    private final Excerpt excerpt;
    private final boolean wall;

    private TraceView(Excerpt excerpt, boolean wall) {
        this.excerpt = excerpt;
        this.wall = wall;
    }

    /**
     * @param most messages; later ones of the window are left out, and it is said so
     * @param wall whether the machine's times are to be there too
     */
    public static TraceView of(Trace trace, Window window, int most, boolean wall) {
        // those of a run on the wall clock are its own
        boolean apart = wall && trace.header().clock() != TraceHeader.Clock.WALL;
        return new TraceView(Excerpt.of(trace, window, most), apart);
    }

    public int messages() {
        return excerpt.messages().size();
    }

    public int updates() {
        return excerpt.updates().size();
    }

    /** What is not shown, and how to have it; gaps of the trace. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!excerpt.window().equals(Window.ALL)) {
            notes.add("Of the trace this is a window: " + words(excerpt.window()) + ".");
        }
        if (excerpt.leftOut() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "These are the first %,d of %,d messages. To look at later ones: somata trace view RUN --from %d;"
                            + " at more of them: --max-messages N.",
                    messages(),
                    messages() + excerpt.leftOut(),
                    excerpt.next()));
        }
        for (Trace.Gap gap : excerpt.gaps()) {
            notes.add("Missing: " + (gap.records() < 0 ? "records" : gap.records() + " records") + ", " + gap.reason()
                    + " (" + gap.where() + ").");
        }
        long arrays = PayloadColumns.arraysOf(excerpt.messages());
        if (arrays > 0) {
            long shown = PayloadColumns.of(excerpt.messages()).arrays().size();
            if (shown < arrays) {
                notes.add("Of " + arrays + " whole arrays the first " + shown + " are here.");
            }
        }
        return notes;
    }

    private static String words(Window window) {
        List<String> words = new ArrayList<>();
        if (window.from() > 0 || window.to() < Long.MAX_VALUE) {
            words.add("from " + window.from() + (window.to() < Long.MAX_VALUE ? " to " + window.to() : " on"));
        }
        if (window.firstLayer() > 1 || window.lastLayer() < Integer.MAX_VALUE) {
            words.add("what came to layers " + window.firstLayer() + ".."
                    + (window.lastLayer() < Integer.MAX_VALUE ? window.lastLayer() : ""));
        }
        if (window.every() > 1) {
            words.add("one of " + window.every() + " presentations");
        }
        return String.join(", ", words);
    }

    /** To stand in a page that has the style and the script below. */
    public Element element() {
        return Element.classed("div", "somata-trace")
                .with("data-name", excerpt.header().name())
                .add(Element.classed("div", "records").with("hidden", "").add(Embedding.json(excerpt, wall, notes())));
    }

    public static Embedded style() {
        return Embedded.style(TraceView.class, "view.css");
    }

    public static Embedded script() {
        return Embedded.script(TraceView.class, SCRIPTS);
    }

    String html() {
        return page().html();
    }

    /** Puts it into a file, in one step; of what is there already it replaces an earlier page of a trace alone. */
    public void write(Path file) {
        page().write(file);
    }

    private Page page() {
        return new Page(
                "trace",
                excerpt.header().name(),
                List.of(Element.classed("main", "whole", element())),
                List.of(style()),
                List.of(script()));
    }
}
