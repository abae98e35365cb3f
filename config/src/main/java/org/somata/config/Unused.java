package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Settings that the learning rule has no use for. */
final class Unused {
    private static final List<String> WITHOUT_FEEDBACK = List.of(
            "network.feedback-nonlinearity",
            "network.feedback-weights",
            "learning.noise",
            "learning.inverse-loss",
            "learning.feedback-when",
            "learning.feedback-every",
            "learning.feedback",
            "schedule.feedback-warm-up");

    private Unused() {}

    /** Takes them out of the tree and returns the paths of those that were there, in a fixed order. */
    static List<String> prune(JsonNode root, LearningConfig.Rule rule) {
        return paths(rule, root.at("/network/layers").size()).stream()
                .filter(path -> remove(root, path))
                .toList();
    }

    /** Whether a rule has no use for a setting, or for the one that it is part of. */
    static boolean isUnused(String path, LearningConfig.Rule rule, int layers) {
        return paths(rule, layers).stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "."));
    }

    private static List<String> paths(LearningConfig.Rule rule, int layers) {
        List<String> paths = new ArrayList<>();
        if (!rule.trainsFeedback()) {
            paths.addAll(WITHOUT_FEEDBACK);
            for (int i = 0; i < layers; i++) {
                paths.add("network.layers." + i + ".feedback-nonlinearity");
            }
        }
        if (!rule.hasTargets()) {
            paths.add("learning.target-step");
            paths.add("schedule.order");
        }
        if (rule != LearningConfig.Rule.TARGET_PROPAGATION_THROUGH_OPTIMIZATION) {
            paths.add("learning.local-step");
        }
        return paths;
    }

    private static boolean remove(JsonNode root, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode holder = root.at("/" + path.substring(0, dot).replace('.', '/'));
        return holder instanceof ObjectNode mapping && mapping.remove(path.substring(dot + 1)) != null;
    }
}
