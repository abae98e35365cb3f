package org.somata.config;

import java.util.HashMap;
import java.util.Map;

/** Where each path of a document was written: "file:line:column", or the override that wrote it. */
final class Places {
    private final String whole;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    /** @param whole place of what has no other */
    Places(String whole) {
        this.whole = whole;
    }

    Places copy() {
        Places copy = new Places(whole);
        copy.keys.putAll(keys);
        copy.values.putAll(values);
        return copy;
    }

    /** The places of a part, as if it were a document of its own. */
    Places below(String path) {
        Places part = new Places(of(path));
        copyBelow(path + ".", keys, part.keys);
        copyBelow(path + ".", values, part.values);
        return part;
    }

    private static void copyBelow(String prefix, Map<String, String> from, Map<String, String> to) {
        from.forEach((path, place) -> {
            if (path.startsWith(prefix)) {
                to.put(path.substring(prefix.length()), place);
            }
        });
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }

    void key(String path, String place) {
        keys.put(path, place);
    }

    void value(String path, String place) {
        values.put(path, place);
    }

    /** Everything at the path and below it now comes from this place. */
    void replace(String path, String place) {
        keys.keySet().removeIf(each -> each.startsWith(path + "."));
        values.keySet().removeIf(each -> each.startsWith(path + "."));
        keys.put(path, place);
        values.put(path, place);
    }

    /** Of the key itself, for complaints about the key. */
    String ofKey(String path) {
        return keys.getOrDefault(path, of(path));
    }

    /** Of the value, or of the nearest thing above it that was written. */
    String of(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            String place = values.getOrDefault(at, keys.get(at));
            if (place != null) {
                return place;
            }
        }
        return whole;
    }
}
