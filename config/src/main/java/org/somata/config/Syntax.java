package org.somata.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a parser says of text that is no YAML or no JSON, in one line. */
final class Syntax {
    private Syntax() {}

    static ConfigException problem(JsonProcessingException e, String path, Function<JsonLocation, String> naming) {
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        // the parser quotes the text in indented lines between those that say what is wrong
        String said = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
        return new ConfigException(
                naming.apply(location),
                path,
                "cannot be parsed: " + said + "; check indentation, brackets and quotes",
                e);
    }
}
