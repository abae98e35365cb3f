package org.somata.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time. A file writes it as a number and a unit: {@code 250us}, {@code 1.5ms}, {@code 2h}.
 *
 * @param nanos whole nanoseconds, from 0 to those of a hundred years
 */
public record Duration(long nanos) {
    /** The text of one, understood alike by Java and by JSON Schema. */
    static final String FORM = "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|min|h)";

    /** The same for people. */
    static final String WORDS = "a number and a unit (ns, us, ms, s, min or h), such as 1.5ms";

    private static final List<Unit> UNITS = List.of(
            new Unit("h", 3_600_000_000_000L),
            new Unit("min", 60_000_000_000L),
            new Unit("s", 1_000_000_000),
            new Unit("ms", 1_000_000),
            new Unit("us", 1_000),
            new Unit("ns", 1));
    private static final Pattern PARTS = Pattern.compile("(?<number>[0-9.]+)(?<unit>[a-z]+)");
    private static final long LONGEST = 100L * 365 * 24 * UNITS.get(0).nanos();
    private static final int MOST_CHARACTERS = 40;

    public Duration {
        if (nanos < 0 || nanos > LONGEST) {
            throw new Problem("", "is " + nanos + " ns; give a duration of 0 to 100 years");
        }
    }

    /** @throws Problem if the text is no length of time, or no whole number of nanoseconds */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Duration of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (text.length() > MOST_CHARACTERS || !text.matches(FORM) || !parts.matches()) {
            throw new Problem("", Wording.isText(text) + "; give " + WORDS);
        }
        BigDecimal nanos = new BigDecimal(parts.group("number"))
                .multiply(BigDecimal.valueOf(nanosOf(parts.group("unit"))))
                .stripTrailingZeros();
        if (nanos.scale() > 0) {
            throw new Problem("", "is " + text + ", no whole number of nanoseconds; give one that is");
        } else if (nanos.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            throw new Problem("", "is " + text + ", longer than a hundred years; give a shorter one");
        }
        return new Duration(nanos.longValueExact());
    }

    /** In the largest unit of which it is a whole number. */
    @JsonValue
    @Override
    public String toString() {
        if (nanos == 0) {
            return "0ms";
        }
        Unit fitting = UNITS.stream()
                .filter(unit -> nanos % unit.nanos() == 0)
                .findFirst()
                .orElseThrow();
        return nanos / fitting.nanos() + fitting.name();
    }

    private static long nanosOf(String name) {
        return UNITS.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    private record Unit(String name, long nanos) {}
}
