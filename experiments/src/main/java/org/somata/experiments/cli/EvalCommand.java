package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.experiments.evaluation.CheckpointEvaluation;
import org.somata.experiments.evaluation.Evaluated;
import org.somata.experiments.runs.Durable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata eval}: what a checkpoint's network makes of its own data, or of others. */
@Command(
        name = "eval",
        description = {
            "Evaluate a checkpoint: cost and error of each set, and if asked for a row for each example.",
            "On the data of its run, the figures are those of the run's metrics.csv."
        },
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CHECKPOINT_DIR",
            description = "Such as RUN/checkpoints/epoch-000012; or RUN itself, for the checkpoint of the lowest"
                    + " validation error if it is kept, else the newest.")
    private Path folder;

    @Option(
            names = "--data",
            paramLabel = "NAME|DIR",
            description = "Take the whole training and test sets of this dataset, not the run's own split.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--predictions",
            paramLabel = "FILE.csv",
            description = "Write index, label, prediction and a probability for each class, a row an example.")
    private Optional<Path> predictions = Optional.empty();

    @Option(
            names = "--split",
            paramLabel = "test|valid|train",
            description = "The examples of --predictions; test unless told.")
    private Optional<String> split = Optional.empty();

    @Option(names = "--force", description = "Let --predictions replace a file that is there.")
    private boolean force;

    @Option(names = "--json", description = "Print a JSON object on one line.")
    private boolean json;

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter notes = json || engine.quiet() ? spec.commandLine().getErr() : out;
        Evaluated evaluated = request().by(engine.engine(), note -> {
            notes.println(note);
            notes.flush();
        });
        if (json) {
            out.println(Durable.JSON
                    .writer()
                    .without(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(evaluated));
        } else if (!engine.quiet()) {
            print(evaluated, out);
        }
        out.flush();
        return ExitStatus.DONE;
    }

    private CheckpointEvaluation request() {
        String set = split.orElse("test");
        if (!List.of("test", "valid", "train").contains(set)) {
            throw wrong("--split must be one of test, valid, train, not " + set);
        }
        if (predictions.isEmpty() && (split.isPresent() || force)) {
            throw wrong((force ? "--force" : "--split") + " is of use only with --predictions FILE.csv");
        }
        if (data.isPresent() && set.equals("valid")) {
            throw wrong("--split valid is for the run's own data; with --data there are train and test");
        }
        return new CheckpointEvaluation(
                folder, data, predictions.map(file -> new CheckpointEvaluation.Predictions(file, set, force)));
    }

    private static void print(Evaluated evaluated, PrintWriter out) {
        out.println(evaluated.checkpoint() + " (" + evaluated.chosen() + "): epoch " + evaluated.epoch() + ", step "
                + evaluated.step() + ", on " + evaluated.data());
        out.printf("%-6s %9s %12s %9s%n", "", "examples", "cost", "error %");
        evaluated
                .sets()
                .forEach((name, set) -> out.printf(
                        Locale.ROOT,
                        "%-6s %9d %12s %9s%n",
                        name,
                        set.examples(),
                        FigureText.digits(number(set.cost())),
                        FigureText.percent(number(set.error()))));
        if (!evaluated.predictions().isEmpty()) {
            out.println("predictions: " + evaluated.predictions());
        }
    }

    private static double number(Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
