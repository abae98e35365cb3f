package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts {@code path.to.key=value} into a document; {@code null} takes the key out. */
final class Overrides {
    private final Document document;
    private final String place;

    private Overrides(Document document, String place) {
        this.document = document;
        this.place = place;
    }

    /** @throws ConfigException if the override has no form, or its path leads nowhere */
    static void apply(Document document, String override) {
        String place = "--set " + override;
        int equals = override.indexOf('=');
        String path = override.substring(0, Math.max(0, equals)).strip();
        if (!isPath(path)) {
            throw new ConfigException(place, "", "is no override; write --set path.to.key=value");
        }
        String text = override.substring(equals + 1);
        if (text.isBlank()) {
            throw new ConfigException(place, path, "has no value; give one, or null to take the key out");
        }
        apply(document, path, Document.value(text, path, place), place);
    }

    /**
     * Puts a value where a path leads.
     *
     * @param place for messages about what the value breaks
     * @throws ConfigException if the path leads nowhere
     */
    static void apply(Document document, String path, JsonNode value, String place) {
        new Overrides(document, place).set(path, value);
    }

    static boolean isPath(String text) {
        return text.matches("[^.\\s]+(\\.[^.\\s]+)*");
    }

    private void set(String path, JsonNode value) {
        String above = "";
        JsonNode holder = document.root();
        String[] keys = path.split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            String below = Places.join(above, keys[i]);
            JsonNode next = get(holder, below, keys[i]);
            if (next == null || next.isValueNode()) {
                next = opened(next);
                put(holder, below, keys[i], next);
                document.places().replace(below, place);
            }
            holder = next;
            above = below;
        }
        put(holder, path, keys[keys.length - 1], value);
        // taking an entry out of a list moves those after it, and their places with them
        document.places().replace(holder.isArray() && value.isNull() ? above : path, place);
    }

    private JsonNode get(JsonNode holder, String path, String key) {
        return holder instanceof ArrayNode list ? list.get(index(list, path, key)) : holder.get(key);
    }

    private void put(JsonNode holder, String path, String key, JsonNode value) {
        if (holder instanceof ArrayNode list) {
            int index = index(list, path, key);
            if (value.isNull()) {
                list.remove(index);
            } else if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) holder).remove(key);
        } else {
            ((ObjectNode) holder).set(key, value);
        }
    }

    private int index(ArrayNode list, String path, String key) {
        if (!key.matches("[0-9]{1,9}") || Integer.parseInt(key) > list.size()) {
            throw new ConfigException(
                    place, path, "is no entry of this list; count from 0, up to " + list.size() + " to append one");
        }
        return Integer.parseInt(key);
    }

    /** A mapping to hold further keys, in the place of nothing or of a value's short form. */
    private static ObjectNode opened(JsonNode value) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        if (value != null && value.isTextual() && value.textValue().matches(Duration.FORM)) {
            mapping.put(Names.KIND, DistributionConfig.CONSTANT).set("value", value);
        } else if (value != null) {
            mapping.set(value.isTextual() ? Names.KIND : "value", value);
        }
        return mapping;
    }
}
