package org.somata.experiments.trace.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.Window;

/** JSON lines and CSV, read by Jackson. */
class TablesTest {
    private static final String MESSAGE = "type id causes kind from to step presentation purpose w_version v_version"
            + " sent_ns delivered_ns started_ns finished_ns encoding units batch bits outcome";
    private static final String UPDATE =
            "type id cause layer mapping at step presentation purpose version staleness loss norm at_ns";
    private static final String WALL = " wall_sent_ns wall_delivered_ns wall_started_ns wall_finished_ns";

    @TempDir
    private Path folder;

    private List<JsonNode> lines(Export export, Trace trace) throws IOException {
        String text = new String(new Exports(folder).bytes(export, trace), StandardCharsets.UTF_8);
        assertTrue(text.endsWith("\n"));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private List<Map<String, String>> rows(Export export, Trace trace) throws IOException {
        byte[] bytes = new Exports(folder).bytes(export, trace);
        try (var rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withStrictHeaders(true))
                .<Map<String, String>>readValues(bytes)) {
            return rows.readAll();
        }
    }

    private static String names(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return String.join(" ", names);
    }

    @Test
    void aLineHasWhatTheContractSays() throws IOException {
        List<JsonNode> lines = lines(Exports.all(Format.JSONL), MadeUpTrace.lockstep(3, 2));
        assertEquals(2 * (6 + 4), lines.size());
        JsonNode target = lines.stream()
                .filter(line -> line.get("id").asText().equals("layer-3:2"))
                .findFirst()
                .orElseThrow();
        assertEquals(new ObjectMapper().readTree("""
                        {"type": "message", "id": "layer-3:2", "causes": ["layer-2:3", "teacher:2"], "kind": "target",
                         "from": "layer-3", "to": "layer-2", "step": 2, "presentation": 2, "purpose": "learn",
                         "w_version": 1, "v_version": 1, "sent_ns": 10, "delivered_ns": 10, "started_ns": 10,
                         "finished_ns": 11, "encoding": "real", "units": 4, "batch": 2, "bits": 256,
                         "outcome": "handled"}"""), target);
        assertEquals(MESSAGE, names(target));
        JsonNode update = lines.get(lines.indexOf(target) + 1);
        assertEquals(new ObjectMapper().readTree("""
                        {"type": "update", "id": "layer-2:forward:2", "cause": "layer-3:2", "layer": 2,
                         "mapping": "forward", "at": "layer-2", "step": 2, "presentation": 2, "purpose": "learn",
                         "version": 2, "staleness": 0, "loss": 0.5, "norm": 0.25, "at_ns": 11}"""), update);
        assertEquals(UPDATE, names(update));
    }

    @Test
    void theMachinesTimesAreToldWhereTheyAreAskedFor() throws IOException {
        List<JsonNode> lines = lines(Exports.wall(Format.JSONL), MadeUpTrace.lockstep(2, 1));
        JsonNode label = lines.get(0);
        assertEquals(MESSAGE + WALL, names(label));
        assertEquals(200, label.get("wall_started_ns").asLong());
        JsonNode update = lines.stream()
                .filter(line -> line.get("type").asText().equals("update"))
                .findFirst()
                .orElseThrow();
        assertEquals(UPDATE + " wall_started_ns wall_finished_ns", names(update));
    }

    @Test
    void whatIsUnknownOrNoNumberIsNull() throws IOException {
        List<JsonNode> lines = lines(Exports.all(Format.JSONL), Messy.trace());
        JsonNode lost = lines.get(lines.size() - 2);
        assertEquals("lost", lost.get("outcome").asText());
        assertEquals(3160, lost.get("sent_ns").asLong());
        for (String time : List.of("delivered_ns", "started_ns", "finished_ns")) {
            assertTrue(lost.get(time).isNull(), time);
        }
        assertEquals("in-flight", lines.get(lines.size() - 1).get("outcome").asText());
        List<JsonNode> losses = lines.stream()
                .filter(line -> line.has("loss"))
                .map(line -> line.get("loss"))
                .toList();
        assertTrue(losses.get(0).isNull(), "NaN");
        assertTrue(losses.get(1).isNull(), "infinity");
        assertEquals(0.5, losses.get(2).asDouble());
        assertEquals(1e-9f, ofId(lines, "layer-1:feedback:1").get("norm").floatValue());
    }

    @Test
    void payloadsAreToldInFullOnlyOnDemand() throws IOException {
        List<JsonNode> lines = lines(Exports.all(Format.JSONL), Messy.trace());
        assertFalse(lines.get(0).has("payload_mean"), "nothing was recorded");
        JsonNode expired = ofId(lines, "layer-2:2");
        assertEquals("00c0ffee", expired.get("payload_digest").asText());
        assertTrue(expired.get("payload_deviation").isNull());
        assertEquals("[1.0,-0.5]", expired.get("payload_sample").toString());
        assertFalse(expired.has("payload_values"));
        Export full = new Export(Format.JSONL, Window.ALL, false, true, Exports.MUCH, true);
        assertEquals(
                "[1.0,null,1.0E-9]",
                ofId(lines(full, Messy.trace()), "layer-2:2")
                        .get("payload_values")
                        .toString());
        Map<String, String> row =
                rows(new Export(Format.CSV, Window.ALL, false, true, Exports.MUCH, true), Messy.trace()).stream()
                        .filter(each -> each.get("id").equals("layer-2:2"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("1.0 NaN 1.0E-9", row.get("payload_values"));
        assertEquals("1.0 -0.5", row.get("payload_sample"));
    }

    private static JsonNode ofId(List<JsonNode> lines, String id) {
        return lines.stream()
                .filter(line -> line.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Cell by cell. */
    @Test
    void rowsHaveWhatTheLinesHave() throws IOException {
        for (Trace trace : List.of(MadeUpTrace.lockstep(4, 3), Messy.trace())) {
            List<JsonNode> lines = lines(Exports.wall(Format.JSONL), trace);
            List<Map<String, String>> rows = rows(Exports.wall(Format.CSV), trace);
            assertEquals(lines.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                JsonNode line = lines.get(i);
                rows.get(i).forEach((name, cell) -> assertEquals(cell(line.get(name)), cell, name + " of " + line));
            }
        }
    }

    private static String cell(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add(each.asText()));
            return String.join(" ", all);
        }
        return value.asText();
    }

    @Test
    void equalTracesHaveEqualBytes() throws IOException {
        for (Format format : Format.values()) {
            Exports exports = new Exports(folder);
            assertArrayEquals(
                    exports.bytes(Exports.all(format), MadeUpTrace.lockstep(3, 20)),
                    exports.bytes(Exports.all(format), MadeUpTrace.lockstep(3, 20)));
        }
    }
}
