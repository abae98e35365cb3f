package org.somata.experiments.cli;

import java.util.List;
import java.util.Optional;
import org.somata.actors.recording.Contents;
import org.somata.config.ExperimentConfig;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.TraceSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a run's messages are recorded; it changes nothing in what the run does. */
final class TraceOptions {
    private static final int DEFAULT_MEGABYTES = 4096;
    private static final int DEFAULT_VALUES = 16;
    private static final int MEGABYTE = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trace",
            paramLabel = "off|metadata|payload",
            description =
                    "Record every message and update, with payload also what messages carry; off unless told, but metadata by the wall's clock.")
    private Optional<String> level = Optional.empty();

    @Option(
            names = "--max-mb",
            paramLabel = "N",
            description = "Megabytes that a trace may take, 4096 unless told; its oldest part is deleted then.")
    private Optional<Integer> megabytes = Optional.empty();

    @Option(
            names = "--payload-values",
            paramLabel = "N",
            description = "Units whose value for the first example is recorded with every message, 16 unless told.")
    private Optional<Integer> values = Optional.empty();

    @Option(
            names = "--payload-steps",
            paramLabel = "A..B",
            description = "Steps whose signals are recorded whole; none unless told.")
    private Optional<String> steps = Optional.empty();

    @Option(
            names = "--payload-layers",
            paramLabel = "A..B",
            description = "Senders whose signals are recorded whole in these steps, the input is 0; all unless told.")
    private Optional<String> layers = Optional.empty();

    /** By the wall's clock only what is recorded can be repeated, and so it is, unless told otherwise. */
    Engine record(Engine engine, ExperimentConfig config) {
        boolean wall = config.schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS
                && config.schedule().clock() == ScheduleConfig.Clock.WALL;
        return record(engine, level.orElse(wall ? "metadata" : "off"));
    }

    private Engine record(Engine engine, String level) {
        if (!List.of("off", "metadata", "payload").contains(level)) {
            throw wrong("--trace must be one of off, metadata, payload, not " + level);
        }
        if (megabytes.isPresent() && level.equals("off")) {
            throw wrong("--max-mb needs --trace metadata or --trace payload");
        }
        long most = megabytes.orElse(DEFAULT_MEGABYTES);
        if (most < 1) {
            throw wrong("--max-mb must be at least 1, not " + most);
        }
        if (!level.equals("payload") && (values.isPresent() || steps.isPresent() || layers.isPresent())) {
            throw wrong("--payload-values, --payload-steps and --payload-layers need --trace payload");
        }
        return switch (level) {
            case "metadata" -> engine.tracing(TraceSettings.metadata(most * MEGABYTE));
            case "payload" -> engine.tracing(TraceSettings.payload(most * MEGABYTE, contents()));
            default -> engine;
        };
    }

    private Contents contents() {
        int sampled = values.orElse(DEFAULT_VALUES);
        if (sampled < 0) {
            throw wrong("--payload-values must be at least 0, not " + sampled);
        }
        if (steps.isEmpty()) {
            if (layers.isPresent()) {
                throw wrong(
                        "--payload-layers needs --payload-steps: signals are recorded whole for chosen steps alone");
            }
            return Contents.sampled(sampled);
        }
        Range whole = range("--payload-steps", steps.get());
        Range senders = layers.map(given -> range("--payload-layers", given)).orElse(new Range(0, Integer.MAX_VALUE));
        return Contents.sampled(sampled).whole(whole.first(), whole.last(), senders.first(), senders.last());
    }

    private Range range(String option, String given) {
        Range range = Range.parse(given)
                .orElseThrow(() -> wrong(option + " must be a number or a range such as 3..5, not " + given));
        if (range.last() < range.first()) {
            throw wrong(option + " must not end before it begins: " + given);
        }
        return range;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
