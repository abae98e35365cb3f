package org.somata.experiments.report;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.somata.experiments.machine.Program;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Embedded;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.markup.Page;
import org.somata.experiments.sweeps.RecordedSweep;
import org.somata.experiments.trace.view.TraceView;

/** Runs as one page that needs nothing but itself. */
public final class Report {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm xxx", Locale.ENGLISH);

    private final Gathered gathered;
    private final List<RecordedSweep> sweeps;
    private final List<String> notes;

    private Report(Sources sources) {
        this.gathered = Gathered.of(sources.runs());
        this.sweeps = sources.sweeps();
        this.notes = Stream.concat(sources.notes().stream(), gathered.notes().stream())
                .toList();
    }

    /**
     * @param of runs, trials or sweeps, or of several of these
     * @throws org.somata.experiments.runs.WrongFolderException if one holds none
     * @throws org.somata.experiments.data.DataException if a file is missing or damaged
     */
    public static Report of(List<Path> folders) {
        return new Report(Sources.read(folders));
    }

    /** Puts it into a file, in one step; of what is there already it replaces an earlier report alone. */
    public void write(Path file, OffsetDateTime now) {
        page(now).write(file);
    }

    String html(OffsetDateTime now) {
        return page(now).html();
    }

    private Page page(OffsetDateTime now) {
        List<Section> sections = new ArrayList<>(Searches.sections(sweeps));
        Optional<Section> traces = Traces.section(gathered);
        if (!gathered.groups().isEmpty()) {
            sections.add(Configurations.section(gathered));
            Outcomes.section(gathered).ifPresent(sections::add);
            Reconstructions.section(gathered).ifPresent(sections::add);
            Pairs.section(gathered).ifPresent(sections::add);
            sections.add(Curves.section(gathered));
            BitsSent.section(gathered).ifPresent(sections::add);
            Configurations.differing(gathered).ifPresent(sections::add);
            Layers.section(gathered).ifPresent(sections::add);
            Lateness.section(gathered).ifPresent(sections::add);
            FirstFilters.section(gathered).ifPresent(sections::add);
            Expense.section(gathered).ifPresent(sections::add);
            traces.ifPresent(sections::add);
            sections.add(Provenance.section(gathered));
        }
        Element header = Element.of("header")
                .add(Element.of("h1", title()))
                .add(Element.classed("p", "about", about(now)))
                .add(Element.of("nav").add(links(sections)));
        List<Markup> body = new ArrayList<>(List.of(header));
        body.addAll(Progress.warning(gathered, notes));
        sections.forEach(section -> body.add(section.element()));
        return new Page(
                "report",
                title(),
                List.of(Element.of("main").add(body)),
                with(Embedded.style(Report.class, "report.css"), traces.map(any -> TraceView.style())),
                with(Embedded.script(Report.class, "report.js"), traces.map(any -> TraceView.script())));
    }

    private static List<Embedded> with(Embedded own, Optional<Embedded> traces) {
        return Stream.concat(Stream.of(own), traces.stream()).toList();
    }

    private static List<Markup> links(List<Section> sections) {
        List<Markup> links = new ArrayList<>();
        for (Section section : sections) {
            links.add(Element.of("a", section.title()).with("href", "#" + section.id()));
        }
        return links;
    }

    private String title() {
        List<String> names = Stream.concat(
                        sweeps.stream().map(sweep -> "Sweep " + sweep.config().name()),
                        gathered.groups().stream()
                                .filter(group -> sweeps.isEmpty())
                                .map(group -> group.config().name()))
                .distinct()
                .toList();
        return switch (names.size()) {
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> names.get(0) + " and " + (names.size() - 1) + " others";
        };
    }

    private String about(OffsetDateTime now) {
        return String.join(
                " · ",
                sweeps.isEmpty()
                        ? counted(gathered.groups().size(), "configuration")
                        : counted(
                                sweeps.stream()
                                        .mapToInt(sweep -> sweep.points().size())
                                        .sum(),
                                "point"),
                counted(gathered.runs().size(), "run"),
                DATE.format(now),
                "somata " + Program.version());
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
