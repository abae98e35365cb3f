package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;

/** A file as a tree, and where each part of it stands. Overrides change both. */
record Document(JsonNode root, Places places) {
    /**
     * @param text YAML, or JSON if the name says so
     * @param source name for messages
     * @throws ConfigException if it is not one plain tree of keys, lists and scalars
     */
    static Document parse(String text, String source) {
        Places places = new Places(source + ":1:1");
        DocumentReader reader = new DocumentReader(
                places, (line, column) -> source + ":" + Math.max(1, line) + ":" + Math.max(1, column));
        return new Document(reader.read(text, source.endsWith(".json"), ""), places);
    }

    /** A single value such as an override's, all of it at one place. */
    static JsonNode value(String text, String path, String place) {
        return new DocumentReader(new Places(place), (line, column) -> place).read(text, false, path);
    }

    /** The node at a path, or a missing node. */
    JsonNode at(String path) {
        return path.isEmpty() ? root : at(root, path);
    }

    private static JsonNode at(JsonNode node, String path) {
        // a key that is a path itself, as in a sweep's space, has dots of its own
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode below = child(node, path.substring(0, dot));
            if (!below.isMissingNode()) {
                return at(below, path.substring(dot + 1));
            }
        }
        return child(node, path);
    }

    private static JsonNode child(JsonNode node, String key) {
        return node.isArray() && key.matches("[0-9]{1,9}") ? node.path(Integer.parseInt(key)) : node.path(key);
    }

    Document copy() {
        return new Document(root.deepCopy(), places.copy());
    }

    /** The path, without what a value's short form leaves out: {@code noise.value} was written {@code noise: 0.3}. */
    String written(String path) {
        int dot = path.lastIndexOf('.');
        return dot > 0 && at(path.substring(0, dot)).isValueNode() ? path.substring(0, dot) : path;
    }

    ConfigException problem(String path, String what) {
        return new ConfigException(places.of(path), path, what);
    }
}
