package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;

/** Finds keys that no record has. It goes before the binding, which would call a misspelled key a missing one. */
final class UnknownKeys {
    private final Document document;

    private UnknownKeys(Document document) {
        this.document = document;
    }

    /** @throws ConfigException at the first unknown key */
    static void check(Document document, Class<? extends Record> type) {
        new UnknownKeys(document).node("", document.root(), type);
    }

    private void node(String path, JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1) {
            Type inner = generic.getActualTypeArguments()[0];
            if (!node.isArray()) {
                node(path, node, inner);
            }
            for (int i = 0; i < node.size() && node.isArray(); i++) {
                node(Places.join(path, Integer.toString(i)), node.get(i), inner);
            }
        } else if (type instanceof ParameterizedType map && node.isObject()) {
            node.properties()
                    .forEach(each ->
                            node(Places.join(path, each.getKey()), each.getValue(), map.getActualTypeArguments()[1]));
        } else if (type instanceof Class<?> named && node.isObject()) {
            Class<?> kind = Names.kinds(named).get(node.path(Names.KIND).asText());
            // a duration is text, whose parts are no keys
            if (kind != null || named.isRecord() && named != Duration.class) {
                record(path, node, (kind == null ? named : kind).asSubclass(Record.class), kind != null);
            }
        }
    }

    private void record(String path, JsonNode node, Class<? extends Record> type, boolean hasKind) {
        Components components = Components.of(type);
        Collection<String> known = new ArrayList<>(components.keys());
        if (hasKind) {
            known.add(Names.KIND);
        }
        node.properties().forEach(entry -> {
            String at = Places.join(path, entry.getKey());
            if (!known.contains(entry.getKey())) {
                throw new ConfigException(
                        document.places().ofKey(at), at, "is no known key; " + Names.suggest(entry.getKey(), known));
            }
            Components.find(type, entry.getKey())
                    .ifPresent(component ->
                            node(at, entry.getValue(), component.field().getGenericType()));
        });
    }
}
