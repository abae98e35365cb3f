package org.somata.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes configurations. */
public final class ConfigWriter {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Quoting())
            .build());

    private ConfigWriter() {}

    /**
     * The configuration with every default spelled out, and without what its learning rule and its schedule do not use.
     *
     * @return YAML; reading it gives an equal record of which nothing is unused
     */
    public static String yaml(ExperimentConfig config) {
        return yaml(tree(config));
    }

    /** A sweep, with every default spelled out. */
    static String yaml(SweepConfig sweep) {
        return yaml(Binding.MAPPER.<JsonNode>valueToTree(sweep));
    }

    private static String yaml(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    /**
     * The same as a list of its settings, by their paths: {@code network.layers.0.units} is {@code 240}. What a list or
     * mapping that is empty would hold is absent, and so is what the learning rule does not use.
     */
    public static Map<String, String> settings(ExperimentConfig config) {
        Map<String, String> settings = new LinkedHashMap<>();
        collect("", tree(config), settings);
        return Collections.unmodifiableMap(settings);
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isValueNode()) {
            into.put(path, node.asText());
        }
        node.properties().forEach(entry -> collect(Places.join(path, entry.getKey()), entry.getValue(), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(Places.join(path, Integer.toString(i)), node.get(i), into);
        }
    }

    private static JsonNode tree(ExperimentConfig config) {
        JsonNode tree = Binding.MAPPER.valueToTree(config);
        Unused.prune(tree, config);
        return tree;
    }

    /** Quotes all but plain words and durations, so that no reader takes a text such as 1e5 or 3.1 for a number. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return !value.matches("[A-Za-z][A-Za-z0-9_./-]*|" + Duration.FORM) || super.needToQuoteValue(value);
        }
    }
}
