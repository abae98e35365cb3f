package org.somata.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Reads a choice written as its bare name, {@code adam}, as if it were {@code {kind: adam}}; and a distribution written as
 * its one value, {@code 2ms}, as if it were {@code {kind: constant, value: 2ms}}.
 */
final class Shorthand<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private Shorthand(Class<T> choice) {
        super(choice);
    }

    static SimpleModule module() {
        return new SimpleModule("somata")
                .addDeserializer(InitialConfig.class, new Shorthand<>(InitialConfig.class))
                .addDeserializer(OptimiserConfig.class, new Shorthand<>(OptimiserConfig.class))
                .addDeserializer(DecayConfig.class, new Shorthand<>(DecayConfig.class))
                .addDeserializer(TransmissionConfig.class, new Shorthand<>(TransmissionConfig.class))
                .addDeserializer(DistributionConfig.class, new Shorthand<>(DistributionConfig.class))
                .addDeserializer(SearchConfig.class, new Shorthand<>(SearchConfig.class))
                .addKeyDeserializer(Integer.class, new LayerNumber());
    }

    // Jackson hands the choice's own deserialiser for its kinds in; what it makes is a T
    @SuppressWarnings("unchecked")
    @Override
    public T deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer kinds)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) kinds.deserializeTypedFromObject(parser, context);
        }
        ObjectNode written = spelledOut(parser.getText());
        try (JsonParser again = written.traverse(parser.getCodec())) {
            again.nextToken();
            return (T) kinds.deserializeTypedFromObject(again, context);
        }
    }

    private ObjectNode spelledOut(String text) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        boolean isValue = handledType() == DistributionConfig.class
                && !Names.kinds(DistributionConfig.class).containsKey(text);
        return isValue
                ? written.put(Names.KIND, DistributionConfig.CONSTANT).put("value", text)
                : written.put(Names.KIND, text);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        throw new IllegalStateException(handledType() + " is read by its kind alone");
    }

    private static final class LayerNumber extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!key.matches("[1-9][0-9]{0,5}")) {
                throw new Problem(key, "is no layer; give the layer's number, from 1");
            }
            return Integer.valueOf(key);
        }
    }
}
