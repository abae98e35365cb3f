package org.somata.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

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
     * The configuration with every default spelled out, and without what its learning rule does not use.
     *
     * @return YAML; reading it gives an equal record of which nothing is unused
     */
    public static String yaml(ExperimentConfig config) {
        JsonNode tree = Binding.MAPPER.valueToTree(config);
        Unused.prune(tree, config.learning().rule());
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    /** Quotes all but plain words, so that no reader takes a text such as 1e5 or 3.1 for a number. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return !value.matches("[A-Za-z][A-Za-z0-9_./-]*") || super.needToQuoteValue(value);
        }
    }
}
