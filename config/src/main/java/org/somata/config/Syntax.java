package org.somata.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What a parser says of text that is no YAML or no JSON, in one line. */
final class Syntax {
    private Syntax() {}

    static ConfigException problem(JsonProcessingException e, String path, Naming naming) {
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        String place = naming.of(location.getLineNr(), location.getColumnNr());
        String said = e.getOriginalMessage().lines().findFirst().orElse("");
        // Jackson's location is that of the last token it had, which may be far above the error
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            place = naming.of(mark.getLine() + 1, mark.getColumn() + 1);
            said = (marked.getContext() == null ? "" : marked.getContext() + ", ") + marked.getProblem();
        }
        return new ConfigException(
                place, path, "cannot be parsed: " + said + "; check indentation, brackets and quotes", e);
    }

    /** Puts a line and a column, both from 1, into words. */
    interface Naming {
        String of(int line, int column);
    }
}
