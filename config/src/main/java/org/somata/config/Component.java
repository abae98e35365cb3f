package org.somata.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;

/** One component of a configuration record, and everything that its annotations say about it. */
record Component(Field field) {
    String key() {
        return Names.ofComponent(field.getName());
    }

    /** The type of its values: of those that are optional, what is there when they are. */
    Class<?> type() {
        return field.getType() == Optional.class
                        && field.getGenericType() instanceof ParameterizedType optional
                        && optional.getActualTypeArguments()[0] instanceof Class<?> inner
                ? inner
                : field.getType();
    }

    Optional<Range> range() {
        return Optional.ofNullable(field.getAnnotation(Range.class));
    }

    Optional<Spelling> spelling() {
        return Optional.ofNullable(field.getAnnotation(Spelling.class));
    }

    boolean ignored() {
        return field.isAnnotationPresent(JsonIgnore.class);
    }

    boolean required() {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property != null && property.required();
    }

    /** What is taken where the file says nothing, as a file would say it. */
    Optional<JsonNode> standard() {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property == null || property.defaultValue().isEmpty()
                ? Optional.empty()
                : Optional.of(Document.value(property.defaultValue(), key(), "default"));
    }

    /** What this component takes, in words: "a whole number of at least 1". */
    String takes() {
        return spelling().map(Spelling::words).orElseGet(() -> Wording.takes(type(), range()));
    }
}
