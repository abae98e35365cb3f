package org.somata.experiments.trace.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was told last, by a name: of older things only the newest are remembered. */
final class Recent<K, V> {
    private final Map<K, V> values;

    /** @param room how many are remembered */
    Recent(int room) {
        values = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > room;
            }
        };
    }

    void put(K name, V value) {
        values.put(name, value);
    }

    /** Null where there is none, or none any more. */
    V get(K name) {
        return values.get(name);
    }
}
