package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.somata.config.LearningConfig.Rule;

/** Settings that the learning rule or the schedule has no use for. */
final class Unused {
    /** What only g_i that learn an inverse loss of their own have. */
    private static final List<String> OF_LEARNED_FEEDBACK = List.of(
            "learning.inverse-loss",
            "learning.feedback-when",
            "learning.feedback-every",
            "learning.feedback-updates",
            "learning.feedback",
            "schedule.feedback-warm-up",
            "links.feedback-at");

    /** What only schedules without a clock have. */
    private static final List<String> OF_TIME = List.of(
            "schedule.clock",
            "schedule.alive",
            "schedule.interval",
            "schedule.deadline",
            "schedule.memory",
            "schedule.compute",
            "schedule.compute-factors",
            "schedule.act-probability",
            "schedule.act-probabilities",
            "schedule.pairing",
            "links.up",
            "links.down",
            "links.labels",
            "learning.forward.staleness-scaling",
            "learning.forward.momentum-correction",
            "learning.feedback.staleness-scaling",
            "learning.feedback.momentum-correction");

    private Unused() {}

    /** Takes them out of the tree and returns the paths of those that were there, in a fixed order. */
    static List<String> prune(JsonNode root, ExperimentConfig config) {
        return reasons(config).keySet().stream()
                .filter(path -> remove(root, path))
                .toList();
    }

    /** Whether an experiment has no use for a setting, or for the one that it is part of. */
    static boolean isUnused(String path, ExperimentConfig config) {
        return reasons(config).keySet().stream().anyMatch(each -> isWithin(path, each));
    }

    /** Who has no use for such a setting: "by backpropagation", "in lockstep". */
    static String why(String path, ExperimentConfig config) {
        return reasons(config).entrySet().stream()
                .filter(each -> isWithin(path, each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " is used"));
    }

    private static boolean isWithin(String path, String unused) {
        return path.equals(unused) || path.startsWith(unused + ".");
    }

    private static Map<String, String> reasons(ExperimentConfig config) {
        Map<String, String> reasons = new LinkedHashMap<>();
        String rule = "by " + config.learning().rule();
        ofRule(config).forEach(path -> reasons.put(path, rule));
        if (!config.schedule().isAsynchronous()) {
            ofTime(config.links()).forEach(path -> reasons.putIfAbsent(path, "in lockstep"));
        } else if (config.schedule().compute().takesNoTime()) {
            reasons.put("schedule.compute-factors", "where schedule.compute is 0ms");
        }
        return reasons;
    }

    private static List<String> ofTime(LinksConfig links) {
        List<String> paths = new ArrayList<>(OF_TIME);
        for (int place : links.each().keySet()) {
            paths.add("links.each." + place + ".up");
            paths.add("links.each." + place + ".down");
        }
        return paths;
    }

    private static List<String> ofRule(ExperimentConfig config) {
        Rule rule = config.learning().rule();
        // an auto-encoder has its g and its noise whatever the rule, but no layer above that it would hear of
        boolean alone = config.network().output() == NetworkConfig.Output.RECONSTRUCTION;
        List<String> paths = new ArrayList<>();
        if (!rule.trainsFeedback() && !alone) {
            paths.add("network.feedback-nonlinearity");
            for (int i = 0; i < config.network().layers().size(); i++) {
                paths.add("network.layers." + i + ".feedback-nonlinearity");
            }
            paths.add("learning.noise");
        }
        if (!rule.hasFeedback() || alone) {
            paths.add("network.feedback-weights");
        }
        if (!rule.trainsFeedback() || alone) {
            paths.addAll(OF_LEARNED_FEEDBACK);
            config.links().each().keySet().forEach(place -> paths.add("links.each." + place + ".feedback-at"));
        }
        if (rule == Rule.DIRECT_FEEDBACK_ALIGNMENT) {
            // the output's error goes down the output layer's link alone, to all layers
            int top = config.network().hidden().size() + 1;
            config.links().each().keySet().stream().filter(place -> place < top).forEach(place -> {
                paths.add("links.each." + place + ".feedback");
                paths.add("links.each." + place + ".down");
            });
        }
        if (!rule.hasTargets() || alone) {
            paths.add("learning.target-step");
            paths.add("schedule.order");
        }
        if (rule != Rule.TARGET_PROPAGATION_THROUGH_OPTIMIZATION) {
            paths.add("learning.local-step");
        }
        if (!rule.hasEstimator() || alone || isReal(config)) {
            paths.add("learning.estimator");
        }
        return paths;
    }

    /** Whether no gradient meets a link that sends no numbers up. */
    private static boolean isReal(ExperimentConfig config) {
        int depth = config.network().hidden().size() + 1;
        return IntStream.rangeClosed(2, depth)
                .allMatch(place -> config.links().link(place, depth).forward() instanceof TransmissionConfig.Real);
    }

    private static boolean remove(JsonNode root, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode holder = root.at("/" + path.substring(0, dot).replace('.', '/'));
        return holder instanceof ObjectNode mapping && mapping.remove(path.substring(dot + 1)) != null;
    }
}
