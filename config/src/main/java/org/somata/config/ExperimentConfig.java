package org.somata.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * An experiment: everything that decides what a run computes. Components are never null.
 *
 * @param name of the run's directory
 * @param section of the paper, such as 3.1; empty if none
 * @param seed of everything random, from 0; trial k of several has seed + k − 1
 * @param trials independent runs, from 1
 * @param data examples
 * @param network layers
 * @param links what crosses between layers
 * @param training length
 * @param learning rule and rates
 * @param schedule order of events
 * @param numerics arithmetic
 * @param evaluation measuring
 * @param checkpoints saving
 * @param unused paths, such as {@code learning.noise}, that the file sets and neither rule nor schedule uses; the
 *     record holds defaults there. It is no part of the experiment, so two that differ only in it are equal
 */
public record ExperimentConfig(
        @JsonProperty(required = true)
        @Spelling(pattern = Names.FOLDER, words = Names.FOLDER_WORDS)
        @JsonPropertyDescription("Name of the experiment and of its runs' directory.")
        String name,

        @JsonProperty(defaultValue = "\"\"")
        @Spelling(pattern = "[^\\u0000-\\u001f]*", words = "text of one line")
        @JsonPropertyDescription("Section of the paper, in quotes, such as \"3.1\".")
        String section,

        @JsonProperty(defaultValue = "1")
        @Range(min = 0)
        @JsonPropertyDescription("Decides everything random. Trial k has seed + k - 1.")
        Long seed,

        @JsonProperty(defaultValue = "1") @Range(min = 1) @JsonPropertyDescription("Number of independent runs.")
        Integer trials,

        @JsonProperty(required = true) @JsonPropertyDescription("The examples.")
        DataConfig data,

        @JsonProperty(required = true) @JsonPropertyDescription("The layers, from the first hidden one to the output.")
        NetworkConfig network,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription("What crosses the links between layers: real numbers, or one bit a unit.")
        LinksConfig links,

        @JsonProperty(required = true) @JsonPropertyDescription("How long to train.")
        TrainingConfig training,

        @JsonProperty(required = true) @JsonPropertyDescription("The learning rule and its rates.")
        LearningConfig learning,

        @JsonProperty(defaultValue = "{}") @JsonPropertyDescription("Who learns when.")
        ScheduleConfig schedule,

        @JsonProperty(defaultValue = "{}") @JsonPropertyDescription("How the arithmetic is done.")
        NumericsConfig numerics,

        @JsonProperty(defaultValue = "{}") @JsonPropertyDescription("What is measured, and how often.")
        EvaluationConfig evaluation,

        @JsonProperty(defaultValue = "{}") @JsonPropertyDescription("How often the state is saved.")
        CheckpointConfig checkpoints,

        @JsonIgnore List<String> unused) {
    private static final Components OWN = Components.of(ExperimentConfig.class);

    public ExperimentConfig {
        name = OWN.resolve("name", name);
        section = OWN.resolve("section", section);
        seed = OWN.resolve("seed", seed);
        trials = OWN.resolve("trials", trials);
        data = OWN.resolve("data", data);
        network = OWN.resolve("network", network);
        links = OWN.resolve("links", links);
        training = OWN.resolve("training", training);
        learning = OWN.resolve("learning", learning).completed(network.output());
        schedule = OWN.resolve("schedule", schedule).completed(network.hidden().size() + 1);
        numerics = OWN.resolve("numerics", numerics);
        evaluation = OWN.resolve("evaluation", evaluation);
        checkpoints = OWN.resolve("checkpoints", checkpoints);
        unused = unused == null ? List.of() : List.copyOf(unused);
        Contradictions.check(seed, trials, data, training);
        ReconstructionContradictions.check(network, links, training, learning, evaluation);
        Contradictions.check(network, learning, schedule);
        LinkContradictions.check(network, links, learning, schedule, evaluation);
        TimeContradictions.check(network, links, schedule);
    }

    ExperimentConfig withUnused(List<String> paths) {
        return with(seed, trials, paths);
    }

    /** The single run that is trial {@code number} of several, counted from 1. */
    public ExperimentConfig trial(int number) {
        return with(seed + number - 1, 1, List.of());
    }

    /** What to tell of the unused: "links.up is not used in lockstep". */
    public List<String> remarks() {
        return unused.stream()
                .map(path -> path + " is not used " + Unused.why(path, this))
                .toList();
    }

    /** Whether the learning rule and the schedule have a use for the setting of this path. */
    public boolean uses(String path) {
        return !Unused.isUnused(path, this);
    }

    private ExperimentConfig with(long otherSeed, int otherTrials, List<String> paths) {
        return new ExperimentConfig(
                name,
                section,
                otherSeed,
                otherTrials,
                data,
                network,
                links,
                training,
                learning,
                schedule,
                numerics,
                evaluation,
                checkpoints,
                paths);
    }

    private List<Object> experiment() {
        return List.of(
                name,
                section,
                seed,
                trials,
                data,
                network,
                links,
                training,
                learning,
                schedule,
                numerics,
                evaluation,
                checkpoints);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExperimentConfig config && experiment().equals(config.experiment());
    }

    @Override
    public int hashCode() {
        return experiment().hashCode();
    }
}
