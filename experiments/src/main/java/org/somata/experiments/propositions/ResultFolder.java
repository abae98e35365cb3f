package org.somata.experiments.propositions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.runs.CsvText;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.WrongFolderException;

/** Where experiments leave what they found: a picture and a table each, and one result of all. */
public final class ResultFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;

    private ResultFolder(Path folder) {
        this.folder = folder;
    }

    /** Where they go that were given no folder: {@code runs/propositions/YYYYMMDD-HHMMSS-seedN}. */
    public static Path byDefault(long seed, LocalDateTime now) {
        return Path.of("runs", "propositions", STAMP.format(now) + "-seed" + seed);
    }

    /** @throws WrongFolderException if something would be written over */
    public static ResultFolder create(Path folder) {
        boolean file = Files.exists(folder) && !Files.isDirectory(folder);
        if (file || !Durable.list(folder).isEmpty()) {
            throw new WrongFolderException(
                    folder, "is there already; results never overwrite anything: choose another --out");
        }
        Durable.createFolder(folder);
        return new ResultFolder(folder);
    }

    public Path path() {
        return folder;
    }

    /**
     * Writes {@code NAME.csv}, a row a point, and {@code NAME.png}.
     *
     * @param note hears, in one sentence, where no picture can be drawn
     */
    public void write(Outcome outcome, Consumer<String> note) {
        StringBuilder csv = new StringBuilder(CsvText.line(List.of("line", "x", "y")));
        for (Diagram.Line line : outcome.finding().diagram().lines()) {
            for (Diagram.Point point : line.points()) {
                csv.append(CsvText.line(List.of(line.name(), CsvText.cell(point.x()), CsvText.cell(point.y()))));
            }
        }
        String name = outcome.claim().name();
        Durable.replace(folder.resolve(name + ".csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
        outcome.finding().diagram().write(folder, name, note);
    }

    /** Writes {@code result.json}. */
    public void write(Results results) {
        Durable.replaceWithJson(folder.resolve("result.json"), results);
    }

    /** What a claim's experiment came to. */
    public record Outcome(Claim claim, Finding finding, double seconds) {}

    /** All that was found, for programs. */
    public record Results(long seed, int passed, int failed, List<OfClaim> claims) {
        public static Results of(Conditions conditions, List<Outcome> outcomes) {
            int passed = (int) outcomes.stream()
                    .filter(outcome -> outcome.finding().holds())
                    .count();
            return new Results(
                    conditions.seed(),
                    passed,
                    outcomes.size() - passed,
                    outcomes.stream()
                            .map(outcome -> OfClaim.of(conditions, outcome))
                            .toList());
        }
    }

    /** @param broken the name of the condition that was broken, if one was */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record OfClaim(String name, String status, String claim, String broken, List<OfCheck> checks, double wallS) {
        private static OfClaim of(Conditions conditions, Outcome outcome) {
            return new OfClaim(
                    outcome.claim().name(),
                    outcome.finding().holds() ? "passed" : "failed",
                    outcome.claim().words(),
                    conditions.broken().map(Breach::name).orElse(null),
                    outcome.finding().checks().stream().map(OfCheck::of).toList(),
                    outcome.seconds());
        }
    }

    /** @param relation {@code at-most} or {@code at-least} */
    public record OfCheck(String what, double measured, String relation, double bound, boolean holds) {
        private static OfCheck of(Check check) {
            String relation = check.relation() == Check.Relation.AT_MOST ? "at-most" : "at-least";
            return new OfCheck(check.what(), check.measured(), relation, check.bound(), check.holds());
        }
    }
}
