package org.somata.experiments.trace.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the Trace Event Format as its viewers do: by time, and at one time in the order of the file. */
final class ChromeReader {
    private final Map<Integer, String> threads = new HashMap<>();
    private String process = "";

    static Picture read(byte[] bytes) throws IOException {
        return new ChromeReader().picture(new ObjectMapper().readTree(bytes));
    }

    private Picture picture(JsonNode trace) {
        List<JsonNode> timed = new ArrayList<>();
        for (JsonNode event : trace.get("traceEvents")) {
            if (event.get("ph").asText().equals("M")) {
                name(event);
            } else {
                timed.add(event);
            }
        }
        timed.sort(Comparator.comparing(ChromeReader::at));
        Tracks tracks = new Tracks();
        timed.forEach(event -> add(event, tracks));
        return tracks.picture(process);
    }

    private void name(JsonNode event) {
        switch (event.get("name").asText()) {
            case "process_name" -> process = event.get("args").get("name").asText();
            case "thread_name" ->
                threads.put(
                        event.get("tid").asInt(), event.get("args").get("name").asText());
            default -> event.get("args").get("sort_index").intValue();
        }
    }

    private static long at(JsonNode event) {
        return nanoseconds(event.get("ts"));
    }

    private static long nanoseconds(JsonNode microseconds) {
        return new BigDecimal(microseconds.asText()).scaleByPowerOfTen(3).longValueExact();
    }

    private void add(JsonNode event, Tracks tracks) {
        String track = event.has("tid") ? threads.get(event.get("tid").asInt()) : "";
        switch (event.get("ph").asText()) {
            case "X" ->
                tracks.add(
                        track,
                        event.get("name").asText(),
                        at(event),
                        at(event) + nanoseconds(event.get("dur")),
                        notes(event));
            case "s" -> tracks.depart(event.get("id").asText(), tracks.current(track));
            case "f" -> {
                if (!event.get("bp").asText().equals("e")) {
                    throw new IllegalStateException("comes to what is next: " + event);
                }
                tracks.arrive(event.get("id").asText(), tracks.current(track));
            }
            case "C" ->
                tracks.count(
                        event.get("name").asText(),
                        at(event),
                        event.get("args").get("value").doubleValue());
            default -> throw new IllegalStateException(event.toString());
        }
    }

    private static Map<String, String> notes(JsonNode event) {
        Map<String, String> notes = new TreeMap<>();
        notes.put("category", event.get("cat").asText());
        event.get("args")
                .properties()
                .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
        return notes;
    }
}
