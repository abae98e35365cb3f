package org.somata.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a file may write for a key, whatever the key is: a number, text, true, false, a list or a mapping. */
public final class Setting {
    private final JsonNode node;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Setting(JsonNode node) {
        this.node = node;
    }

    public static Setting of(double number) {
        return new Setting(JsonNodeFactory.instance.numberNode(number));
    }

    public static Setting of(long number) {
        // as narrow as a file's own number is read, for 3 and 3 are to be equal
        return new Setting(
                number == (int) number
                        ? JsonNodeFactory.instance.numberNode((int) number)
                        : JsonNodeFactory.instance.numberNode(number));
    }

    @JsonValue
    JsonNode node() {
        return node;
    }

    /** On one line: text as it is, a list or a mapping as in JSON. */
    @Override
    public String toString() {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Setting setting && node.equals(setting.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }
}
