package org.somata.experiments.trace.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.somata.experiments.trace.TraceHeader;

/** What a trace can be exported to. */
public enum Format {
    /** A record a line, each a JSON object. */
    JSONL(true),
    /** A record a row; messages and updates share the table, with empty cells for what only the others have. */
    CSV(true),
    /** Perfetto's own format, a stream of protobuf packets. */
    PERFETTO(false),
    /** The Trace Event Format, which chrome://tracing and Perfetto read. */
    CHROME(false);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final boolean table;

    Format(boolean table) {
        this.table = table;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** Whether it has records as they are, and not a picture of them. */
    public boolean isTable() {
        return table;
    }

    public static Optional<Format> of(String label) {
        return Stream.of(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    RecordWriter writer(TraceHeader header, boolean wall, boolean arrays) {
        return switch (this) {
            case JSONL -> new JsonLines(Described.of(header, wall, arrays));
            case CSV -> new CsvRows(Described.of(header, wall, arrays));
            case PERFETTO -> new Timeline(header, wall, new PerfettoPackets(header));
            case CHROME -> new Timeline(header, wall, new ChromeEvents(header));
        };
    }
}
