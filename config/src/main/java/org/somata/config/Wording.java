package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a type takes and what a file says, in words for messages. */
final class Wording {
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, OptionalInt.class);

    private Wording() {}

    static boolean isWhole(Class<?> type) {
        return WHOLE.contains(type);
    }

    static String takes(Class<?> type, Optional<Range> range) {
        String numbers = range.map(Wording::range).orElse("");
        if (isWhole(type)) {
            return "a whole number" + numbers;
        } else if (type == double.class || type == Double.class) {
            return "a number" + numbers;
        } else if (type == Decaying.class) {
            return "a number" + numbers + ", or {value: …, decay: …}";
        } else if (type == Duration.class) {
            return Duration.WORDS + (range.isPresent() ? "," + range(range.get()) : "");
        } else if (type == DistributionConfig.class) {
            return Duration.WORDS + ", or a mapping whose kind is "
                    + oneOf(List.copyOf(Names.kinds(type).keySet()));
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == String.class) {
            return "text";
        } else if (type.isEnum()) {
            return oneOf(
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list" + (range.isPresent() ? " with an entry or more" : "");
        } else if (Map.class.isAssignableFrom(type)) {
            return range.isPresent() ? "a mapping from layer number to a number" + numbers : "a mapping";
        } else if (type.isRecord()) {
            return "a mapping with the keys "
                    + String.join(
                            ", ", Components.of(type.asSubclass(Record.class)).keys());
        }
        List<String> kinds = List.copyOf(Names.kinds(type).keySet());
        return kinds.isEmpty() ? "a mapping" : oneOf(kinds);
    }

    /** What stands in the file: "is the text \"abc\"". */
    static String is(JsonNode node) {
        if (node.isObject()) {
            return "is a mapping";
        } else if (node.isArray()) {
            return "is a list";
        } else if (node.isTextual()) {
            return isText(node.textValue());
        }
        return "is " + (node.isNumber() ? "the number " : "") + node.asText();
    }

    static String isText(String text) {
        return "is the text \"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }

    private static String oneOf(List<String> names) {
        return names.size() == 1 ? "\"" + names.get(0) + "\"" : "one of " + String.join(", ", names);
    }

    private static String range(Range range) {
        if (Double.isFinite(range.min()) && Double.isFinite(range.max())) {
            return " from " + number(range.min()) + " to " + number(range.max());
        }
        String low = Double.isFinite(range.min())
                ? " of at least " + number(range.min())
                : Double.isFinite(range.above()) ? " above " + number(range.above()) : "";
        return low + (Double.isFinite(range.below()) ? " and below " + number(range.below()) : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
