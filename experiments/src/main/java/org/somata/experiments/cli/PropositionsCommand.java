package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.somata.experiments.propositions.Breach;
import org.somata.experiments.propositions.Check;
import org.somata.experiments.propositions.Claim;
import org.somata.experiments.propositions.Claims;
import org.somata.experiments.propositions.Conditions;
import org.somata.experiments.propositions.Finding;
import org.somata.experiments.propositions.ResultFolder;
import org.somata.experiments.runs.Durable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata propositions}: what the paper claims, put to the test. */
@Command(
        name = "propositions",
        description = {
            "Put the paper's propositions and claims to the test, each by an experiment in double precision.",
            "Exit status 0 if all pass, 1 if one fails."
        },
        mixinStandardHelpOptions = true)
final class PropositionsCommand implements Callable<Integer> {
    /** Every claim's name. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Claims.ALL.stream().map(Claim::name).toList());
        }
    }

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES}; all of them unless told.")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where NAME.png, NAME.csv and result.json go; runs/propositions/DATE-TIME-seedN unless told.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of everything drawn, 1 unless told.")
    private long seed = 1;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Option(names = "--list", description = "Say what each claims and which of its conditions can be broken.")
    private boolean list;

    @Option(
            names = "--break",
            paramLabel = "CONDITION",
            description = "Break a condition of the one claim named, to see it fail; --list knows which there are.")
    private String broken;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        List<Claim> claims = claims();
        PrintWriter print = spec.commandLine().getOut();
        if (list) {
            claims.forEach(claim -> describe(claim, print));
            return ExitStatus.DONE;
        }
        Conditions conditions = conditions(claims);
        ResultFolder folder =
                ResultFolder.create(out == null ? ResultFolder.byDefault(seed, LocalDateTime.now()) : out);
        PrintWriter err = spec.commandLine().getErr();
        List<ResultFolder.Outcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            long began = System.nanoTime();
            Finding finding = claim.test(conditions);
            var outcome = new ResultFolder.Outcome(claim, finding, (System.nanoTime() - began) / 1e9);
            outcomes.add(outcome);
            folder.write(outcome, err::println);
            if (!json) {
                print.println(line(claim, finding));
                print.flush();
            }
        }
        var results = ResultFolder.Results.of(conditions, outcomes);
        folder.write(results);
        print.println(json ? Durable.JSON.writeValueAsString(results) : "results: " + folder.path());
        print.flush();
        return results.failed() == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }

    private static String line(Claim claim, Finding finding) {
        return (finding.holds() ? "PASS  " : "FAIL  ") + TextTable.padded(claim.name(), 18) + "  "
                + finding.checks().stream().map(Check::text).collect(Collectors.joining("; "));
    }

    private static void describe(Claim claim, PrintWriter print) {
        print.println(TextTable.padded(claim.name(), 18) + "  " + claim.words());
        for (Breach breach : claim.breaches()) {
            print.println("    --break " + breach.name() + ": " + breach.words());
        }
        print.flush();
    }

    private List<Claim> claims() {
        if (names.isEmpty()) {
            return Claims.ALL;
        }
        return names.stream()
                .distinct()
                .map(name -> Claims.named(name)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "there is no proposition '" + name + "'; known: " + String.join(", ", new Names()))))
                .toList();
    }

    private Conditions conditions(List<Claim> claims) {
        if (broken == null) {
            return Conditions.intact(seed);
        }
        if (names.isEmpty() || claims.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--break needs the name of one claim, whose it is");
        }
        List<Breach> known = claims.get(0).breaches();
        Optional<Breach> breach =
                known.stream().filter(each -> each.name().equals(broken)).findFirst();
        return Conditions.without(
                breach.orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        claims.get(0).name() + " has no condition '" + broken + "' to break; known: "
                                + known.stream().map(Breach::name).collect(Collectors.joining(", ")))),
                seed);
    }
}
