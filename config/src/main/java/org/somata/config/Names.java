package org.somata.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names as files spell them, and the one that somebody may have meant. */
final class Names {
    /** The key that says which record of a sealed interface is meant. */
    static final String KIND = "kind";

    /** What a name is that a directory can have. */
    static final String FOLDER = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

    static final String FOLDER_WORDS = "text of letters, digits, '.', '_' and '-' that does not begin with '.'";

    private static final KebabCaseStrategy KEBAB = new KebabCaseStrategy();

    private Names() {}

    /** {@code rateFactors} becomes {@code rate-factors}. */
    static String ofComponent(String javaName) {
        return KEBAB.translate(javaName);
    }

    /** {@code MEAN_SQUARED_ERROR} becomes {@code mean-squared-error}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The records of a sealed interface by their kind, in the order of {@link JsonSubTypes}; empty if it has none. */
    static Map<String, Class<?>> kinds(Class<?> choice) {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        JsonSubTypes types = choice.getAnnotation(JsonSubTypes.class);
        if (types != null) {
            Arrays.stream(types.value()).forEach(type -> kinds.put(type.name(), type.value()));
        }
        return kinds;
    }

    /** "; did you mean …?" where one of the known names is near, all of them where none is. */
    static String suggest(String given, Collection<String> known) {
        Optional<String> near = known.stream()
                .filter(name -> isNear(given, name))
                .min((a, b) -> Integer.compare(distance(given, a), distance(given, b)));
        String all = String.join(", ", known);
        return near.map(name -> "did you mean \"" + name + "\"? (known here: " + all + ")")
                .orElse(known.isEmpty() ? "nothing is known here" : "known here: " + all);
    }

    private static boolean isNear(String given, String name) {
        return distance(given, name) <= Math.max(1, Math.max(name.length(), given.length()) * 2 / 5)
                || given.length() > 2 && name.startsWith(given);
    }

    /** Levenshtein's, blind to case and to the difference between _ and -. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT).replace('_', '-');
        String b = second.toLowerCase(Locale.ROOT);
        if (a.length() > 100) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
