package org.somata.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The strict mapper between trees and records. */
final class Binding {
    private static final Map<LogicalType, Set<CoercionInputShape>> REFUSED = Map.of(
            LogicalType.Textual,
            EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Integer,
            EnumSet.of(CoercionInputShape.Float, CoercionInputShape.String, CoercionInputShape.Boolean),
            LogicalType.Float,
            EnumSet.of(CoercionInputShape.String, CoercionInputShape.Boolean),
            LogicalType.Boolean,
            EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.String),
            LogicalType.Enum,
            EnumSet.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean));

    static final JsonMapper MAPPER = mapper();

    private Binding() {}

    /** @throws ConfigException at the place of the first thing that does not fit */
    static <T> T bind(Document document, Class<T> type) {
        try {
            return MAPPER.treeToValue(document.root(), type);
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException("the records themselves are wrong", e);
        } catch (JsonMappingException e) {
            throw Complaint.of(e, document);
        } catch (JsonProcessingException e) {
            throw new ConfigException(document.places().of(""), "", e.getOriginalMessage(), e);
        }
    }

    /** For trees that the program wrote itself. */
    static <T> T bind(JsonNode tree, Class<T> type) {
        return bind(new Document(tree, new Places("built in")), type);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(Shorthand.module())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        REFUSED.forEach((type, shapes) -> builder.withCoercionConfig(
                type, config -> shapes.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail))));
        return builder.build();
    }
}
