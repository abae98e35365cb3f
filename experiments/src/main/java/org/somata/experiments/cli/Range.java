package org.somata.experiments.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers from one to another, as on the command line: {@code 2..4}, or {@code 3} for one alone. */
record Range(int first, int last) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

    /** Empty if it is not written so. */
    static Optional<Range> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        return Optional.of(new Range(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2))));
    }
}
