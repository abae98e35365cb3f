package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes experiment files as a JSON Schema, from which editors complete and check. */
public final class ConfigSchema {
    private ConfigSchema() {}

    /** JSON Schema 2020-12, indented, with no line break at its end; always the same text for the same program. */
    public static String json() {
        return json(ExperimentConfig.class);
    }

    /** The same of sweep files. */
    public static String ofSweeps() {
        return json(SweepConfig.class);
    }

    private static String json(Class<? extends Record> type) {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_REQUIRED, JacksonOption.SKIP_SUBTYPE_LOOKUP))
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .with(Option.FLATTENED_ENUMS_FROM_TOSTRING)
                .without(Option.FLATTENED_ENUMS, Option.FLATTENED_OPTIONALS);
        // equal to the sorter, so they stay in the order of the record
        builder.forTypesInGeneral()
                .withPropertySorter((first, second) -> 0)
                .withCustomDefinitionProvider(new SchemaAlternatives());
        builder.forFields()
                .withCustomDefinitionProvider(ConfigSchema::numbersByLayer)
                .withTargetTypeOverridesResolver(field -> field.getRawMember().getType() == Optional.class
                        ? field.getType().getTypeParameters()
                        : null)
                .withPropertyNameOverrideResolver(field -> Names.ofComponent(field.getDeclaredName()))
                .withInstanceAttributeOverride(ConfigSchema::describe);
        return new SchemaGenerator(builder.build())
                .generateSchema(type)
                .toPrettyString()
                .replace("\r\n", "\n");
    }

    /** The range of such a component is that of each number. */
    private static CustomPropertyDefinition numbersByLayer(FieldScope field, SchemaGenerationContext context) {
        Component component = new Component(field.getRawMember());
        return component.type() == Map.class && component.range().isPresent()
                ? new CustomPropertyDefinition(SchemaAlternatives.byLayer(
                        field.getType(), context, component.range().get()))
                : null;
    }

    private static void describe(ObjectNode node, FieldScope field, SchemaGenerationContext context) {
        Component component = new Component(field.getRawMember());
        component.standard().filter(JsonNode::isValueNode).ifPresent(value -> node.set("default", value));
        component.spelling().ifPresent(spelling -> node.put("pattern", "^(" + spelling.pattern() + ")$"));
        component.range().ifPresent(range -> {
            if (List.class.isAssignableFrom(component.type())) {
                node.put("minItems", (int) range.min());
            } else if (component.type() != Duration.class && !Map.class.isAssignableFrom(component.type())) {
                limit(node, range);
            }
        });
    }

    static void limit(ObjectNode node, Range range) {
        put(node, "minimum", range.min());
        put(node, "exclusiveMinimum", range.above());
        put(node, "maximum", range.max());
        put(node, "exclusiveMaximum", range.below());
    }

    private static void put(ObjectNode node, String keyword, double limit) {
        if (limit == Math.rint(limit) && Double.isFinite(limit)) {
            node.put(keyword, (long) limit);
        } else if (Double.isFinite(limit)) {
            node.put(keyword, limit);
        }
    }
}
