package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.Manifest;
import org.somata.experiments.runs.RecordedRun;

/** Where the figures come from: every run, the machines, the data, the command lines. */
final class Provenance {
    private final List<Group> groups;

    private Provenance(List<Group> groups) {
        this.groups = groups;
    }

    static Section section(Gathered gathered) {
        Provenance provenance = new Provenance(gathered.groups());
        List<Markup> content = new ArrayList<>(List.of(provenance.runs()));
        content.addAll(provenance.machines());
        content.addAll(provenance.data());
        content.addAll(Configurations.rest(gathered));
        content.add(Section.folded("Command lines", provenance.commandLines()));
        return new Section("provenance", "Provenance", content);
    }

    private Element runs() {
        Grid grid = new Grid()
                .called("Every run of this report")
                .head(
                        Grid.over("run", 1),
                        Grid.number("seed"),
                        Grid.over("status", 1),
                        Grid.number("epochs"),
                        Grid.over("begun", 1),
                        Grid.over("ended", 1),
                        Grid.over("program", 1),
                        Grid.over("fingerprint", 1));
        for (Group group : groups) {
            for (RecordedRun run : group.runs()) {
                grid.row(row(group, run));
            }
        }
        return grid.element();
    }

    private static List<Element> row(Group group, RecordedRun run) {
        Manifest manifest = run.manifest();
        List<Manifest.Session> sessions = manifest.sessions();
        String begun = sessions.isEmpty() ? "" : sessions.get(0).start();
        String ended =
                sessions.isEmpty() ? "" : sessions.get(sessions.size() - 1).end();
        return List.of(
                Element.classed("th", "who", Chip.of(group))
                        .with("scope", "row")
                        .add(" ")
                        .add(Element.of("code", run.folder().toString())),
                Grid.rightly(Long.toString(manifest.seed())),
                status(run),
                Grid.rightly(Integer.toString(run.epochsDone())),
                Grid.text(begun.replace('T', ' ')),
                Grid.text((ended.isEmpty() ? Numbers.NONE : ended.replace('T', ' '))
                        + (sessions.size() > 1 ? " (" + sessions.size() + " sessions)" : "")),
                Element.of("td", manifest.version() + " ")
                        .add(Element.of("code", abbreviated(manifest.gitCommit())))
                        .add(manifest.gitDirty() ? " dirty" : ""),
                Element.of("td").add(prints(sessions)));
    }

    private static Element status(RecordedRun run) {
        return Element.classed(
                "td", run.completed() ? "" : "warn", run.status() + (Group.stoppedEarly(run) ? ", stopped early" : ""));
    }

    private static List<Element> prints(List<Manifest.Session> sessions) {
        Set<String> prints = new LinkedHashSet<>();
        sessions.forEach(session -> prints.add(abbreviated(session.fingerprint())));
        return prints.stream().map(print -> Element.of("code", print + " ")).toList();
    }

    /** What is enough to tell one hash from another. */
    static String abbreviated(String hash) {
        return hash.matches("[0-9a-f]{40,}") ? hash.substring(0, 10) : hash;
    }

    private List<Markup> machines() {
        Map<String, Manifest.Session> machines = new LinkedHashMap<>();
        gathered()
                .forEach(run -> run.manifest()
                        .sessions()
                        .forEach(session -> machines.putIfAbsent(session.fingerprint(), session)));
        Element list = Element.classed("dl", "facts");
        machines.forEach((print, session) -> list.add(Element.of("div")
                .add(Element.of("dt", Element.of("code", abbreviated(print))))
                .add(Element.of("dd", session.cpu()))
                .add(Element.of("dd", session.os() + "; " + session.java()))
                .add(Element.of("dd", session.kernels()))));
        List<Markup> content = new ArrayList<>(List.of(Element.of("h3", "Machines"), list));
        if (machines.size() > 1) {
            content.add(Section.note("Runs of different fingerprints can be compared closely, but not byte by byte."));
        }
        return content;
    }

    private List<Markup> data() {
        Map<String, Map<String, String>> sets = new TreeMap<>();
        gathered()
                .forEach(run -> sets.computeIfAbsent(run.manifest().dataSet(), none -> new TreeMap<>())
                        .putAll(run.manifest().data()));
        Element list = Element.classed("dl", "facts");
        sets.forEach((set, files) -> {
            Element about = Element.of("div").add(Element.of("dt", set));
            files.forEach((file, hash) -> about.add(Element.of("dd", file + " ").add(Element.of("code", hash))));
            list.add(about);
        });
        List<Markup> content = new ArrayList<>(List.of(Element.of("h3", "Data, with SHA-256"), list));
        gathered()
                .filter(run -> !run.manifest().init().isEmpty())
                .forEach(run -> content.add(Section.note(run.folder() + " began with given arrays: "
                        + run.manifest().init())));
        return content;
    }

    private Element commandLines() {
        Element list = Element.classed("ul", "commands");
        Set<String> lines = new LinkedHashSet<>();
        gathered()
                .forEach(run -> run.manifest()
                        .sessions()
                        .forEach(session -> lines.add("somata " + String.join(" ", session.commandLine()))));
        lines.forEach(line -> list.add(Element.of("li", Element.of("code", line))));
        return list;
    }

    private Stream<RecordedRun> gathered() {
        return groups.stream().flatMap(group -> group.runs().stream());
    }
}
