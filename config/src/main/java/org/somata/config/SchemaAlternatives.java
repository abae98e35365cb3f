package org.somata.config;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.Map;
import java.util.OptionalInt;

/** Schemas of what a file may write in more than one way, and of optional values, which it may leave out. */
final class SchemaAlternatives implements CustomDefinitionProviderV2 {
    @Override
    public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        Map<String, Class<?>> kinds = Names.kinds(raw);
        if (raw == OptionalInt.class) {
            return inline(context.createDefinition(context.getTypeContext().resolve(Integer.class)));
        } else if (raw == Map.class) {
            boolean layers = type.getTypeParameters().get(0).getErasedType() == Integer.class;
            return inline(layers ? byLayer(type, context) : byPath(type, context));
        } else if (raw == Setting.class) {
            // anything goes: what it has to be depends on the key
            return shared(context.getGeneratorConfig().createObjectNode());
        } else if (raw == SpaceConfig.class) {
            return shared(space(kinds, context));
        } else if (raw == Duration.class) {
            return shared(duration(context));
        } else if (raw == DistributionConfig.class) {
            return shared(distribution(kinds, context));
        } else if (raw == Decaying.class) {
            return shared(decaying(type, context));
        }
        return kinds.isEmpty() ? null : shared(choice(kinds, context));
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    private static CustomDefinition shared(ObjectNode node) {
        return new CustomDefinition(node, DefinitionType.STANDARD, AttributeInclusion.NO);
    }

    private static ObjectNode byLayer(ResolvedType type, SchemaGenerationContext context) {
        return byLayer(
                context.createDefinitionReference(type.getTypeParameters().get(1)), context);
    }

    /** A number for each layer, all in one range. */
    static ObjectNode byLayer(ResolvedType type, SchemaGenerationContext context, Range range) {
        ObjectNode number = context.createDefinition(type.getTypeParameters().get(1));
        ConfigSchema.limit(number, range);
        return byLayer(number, context);
    }

    private static ObjectNode byLayer(ObjectNode values, SchemaGenerationContext context) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode().put("type", "object");
        node.putObject("propertyNames").put("pattern", "^[1-9][0-9]*$");
        node.set("additionalProperties", values);
        return node;
    }

    private static ObjectNode byPath(ResolvedType type, SchemaGenerationContext context) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode().put("type", "object");
        node.putObject("propertyNames").put("pattern", "^[^.\\s]+(\\.[^.\\s]+)*$");
        node.set(
                "additionalProperties",
                context.createDefinitionReference(type.getTypeParameters().get(1)));
        return node;
    }

    /** The bare list of a choice, or a mapping with its kind. */
    private ObjectNode space(Map<String, Class<?>> kinds, SchemaGenerationContext context) {
        ObjectNode node = choice(kinds, context);
        ArrayNode ways = (ArrayNode) node.get("anyOf");
        ways.remove(0);
        ways.insertObject(0).put("type", "array").put("minItems", 1);
        return node;
    }

    private static ObjectNode duration(SchemaGenerationContext context) {
        return context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("pattern", "^" + Duration.FORM + "$");
    }

    /** The bare duration of one that is always the same, or a mapping with its kind. */
    private ObjectNode distribution(Map<String, Class<?>> kinds, SchemaGenerationContext context) {
        ObjectNode node = choice(kinds, context);
        ArrayNode ways = (ArrayNode) node.get("anyOf");
        ways.remove(0);
        ways.insert(0, duration(context));
        return node;
    }

    /** The bare number, or the mapping. */
    private ObjectNode decaying(ResolvedType type, SchemaGenerationContext context) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        node.putArray("anyOf")
                .add(context.getGeneratorConfig().createObjectNode().put("type", "number"))
                .add(context.createStandardDefinition(type, this));
        return node;
    }

    /** The bare name of a kind that requires nothing, or a mapping with its kind. */
    private ObjectNode choice(Map<String, Class<?>> kinds, SchemaGenerationContext context) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        ArrayNode ways = node.putArray("anyOf");
        ArrayNode names = ways.addObject().putArray("enum");
        kinds.forEach((name, kind) -> {
            ObjectNode standard =
                    context.createStandardDefinition(context.getTypeContext().resolve(kind), this);
            if (standard.path("required").isEmpty()) {
                names.add(name);
            }
            ObjectNode way = ways.addObject().put("type", "object");
            ObjectNode properties = way.putObject("properties");
            properties.putObject(Names.KIND).put("const", name);
            standard.path("properties").properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
            ArrayNode required = way.putArray("required").add(Names.KIND);
            standard.path("required").forEach(required::add);
            way.put("additionalProperties", false);
        });
        return node;
    }
}
