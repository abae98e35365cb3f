package org.somata.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The components of a configuration record, by key; compact constructors ask it to check and to fill in. */
final class Components {
    private final Map<String, Component> byKey = new LinkedHashMap<>();

    private Components(Class<? extends Record> owner) {
        for (var component : owner.getRecordComponents()) {
            try {
                Component found = new Component(owner.getDeclaredField(component.getName()));
                if (!found.ignored()) {
                    byKey.put(found.key(), found);
                }
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(owner + " has a component without its field", e);
            }
        }
    }

    static Components of(Class<? extends Record> owner) {
        return new Components(owner);
    }

    /** The component that a file's key stands for, if the class is a record that has it. */
    static Optional<Component> find(Class<?> owner, String key) {
        return owner.isRecord()
                ? Optional.ofNullable(of(owner.asSubclass(Record.class)).byKey.get(key))
                : Optional.empty();
    }

    Collection<String> keys() {
        return byKey.keySet();
    }

    /** What the component of a key takes, in words. */
    String takes(String key) {
        return byKey.get(key).takes();
    }

    /**
     * The value given, or the default where it is null.
     *
     * @throws Problem if there is neither, or the value is not one that the component takes
     */
    <T> T resolve(String key, T given) {
        Component component = byKey.get(key);
        T value = given == null ? standard(component) : given;
        component.range().ifPresent(range -> check(component, range, value));
        component
                .spelling()
                .filter(spelling -> !((String) value).matches(spelling.pattern()))
                .ifPresent(spelling -> {
                    throw new Problem(key, "is \"" + value + "\"; give " + spelling.words());
                });
        return value;
    }

    // the mapper has bound the default to the component's own type
    @SuppressWarnings("unchecked")
    private static <T> T standard(Component component) {
        return component
                .standard()
                .map(node -> (T) Binding.bind(node, component.type()))
                .orElseThrow(() -> new Problem(component.key(), "is missing; give " + component.takes()));
    }

    private static void check(Component component, Range range, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> check(
                    Places.join(component.key(), key.toString()),
                    range,
                    (Number) each,
                    Wording.takes(Double.class, Optional.of(range))));
        } else if (value instanceof Collection<?> list) {
            if (list.size() < range.min()) {
                throw new Problem(component.key(), "is an empty list; give " + component.takes());
            }
        } else if (value instanceof Decaying decaying) {
            check(component.key(), range, decaying.value(), component.takes());
        } else if (value instanceof Duration duration) {
            check(component.key(), range, duration.nanos(), duration.toString(), component.takes());
        } else if (value instanceof OptionalInt optional) {
            optional.ifPresent(number -> check(component.key(), range, number, component.takes()));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> check(component, range, inner));
        } else {
            check(component.key(), range, (Number) value, component.takes());
        }
    }

    private static void check(String key, Range range, Number number, String takes) {
        check(key, range, number.doubleValue(), number.toString(), takes);
    }

    private static void check(String key, Range range, double value, String written, String takes) {
        // a comparison with NaN is false
        boolean fits = value >= range.min() && value > range.above() && value < range.below() && value <= range.max();
        if (!fits) {
            throw new Problem(key, "is " + written + "; give " + takes);
        }
    }
}
