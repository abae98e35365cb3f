package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.TraceHeader.Level;

/**
 * Where two runs part: the first message and the first update in which their traces differ, by the run's own clock. What
 * the machine's clock says is not compared, and of runs on that clock only the order is.
 *
 * @param header in what the traces differ as a whole; a seed or a name alone is no difference
 * @param contents whether what messages carried could be compared
 * @param message null where no message differs
 * @param update null where no update differs
 * @param causes of that message, in either trace
 * @param notes what should be known of this comparison
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        List<Field> header,
        boolean contents,
        Parting<MessageFacts> message,
        Parting<UpdateFacts> update,
        List<Cause> causes,
        List<String> notes) {
    /** A field in which two things differ. */
    public record Field(String field, String first, String second) {}

    /**
     * What two runs first differ in.
     *
     * @param fields those that differ; none where only one trace has it
     * @param first null where the first trace has none of that name
     * @param second null where the second has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parting<F>(String id, long presentation, List<Field> fields, F first, F second) {}

    /**
     * A cause of the message that differs.
     *
     * @param same whether both traces say the same of it
     * @param first null where the first trace has none, or it is no cause there
     * @param second null where the second has none, or it is no cause there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(String id, boolean same, MessageFacts first, MessageFacts second) {}

    /** Whether the traces tell of the same messages and updates. */
    @JsonProperty
    public boolean equal() {
        return message == null && update == null;
    }

    /** Reads both side by side, once for messages and once for updates, up to where they differ. */
    public static Difference of(Trace first, Trace second) {
        SideBySide traces = new SideBySide(first, second);
        Parting<MessageFacts> message = traces.message().orElse(null);
        Parting<UpdateFacts> update = traces.update().orElse(null);
        List<Cause> causes = message == null ? List.of() : traces.causes(message);
        boolean contents = isPayload(first) && isPayload(second);
        return new Difference(
                Fields.of(first.header(), second.header()),
                contents,
                message,
                update,
                causes,
                notes(first, second, contents));
    }

    private static boolean isPayload(Trace trace) {
        return trace.header().level() == Level.PAYLOAD;
    }

    private static List<String> notes(Trace first, Trace second, boolean contents) {
        List<String> notes = new ArrayList<>();
        if (!contents) {
            notes.add("What messages carried could not be compared, as "
                    + (isPayload(first) || isPayload(second) ? "one of the traces does" : "these traces do")
                    + " not have it (run with --trace payload); updates' losses and norms were.");
        }
        if (first.header().clock() != second.header().clock()) {
            notes.add("The runs have different clocks, so times differ from the beginning.");
        } else if (first.header().clock() == Clock.WALL) {
            notes.add("These are runs on the wall clock: times were not compared, but the order was.");
        }
        if (!first.gaps().isEmpty()) {
            notes.add("The first trace has gaps, which may be all that differs; see trace check.");
        }
        if (!second.gaps().isEmpty()) {
            notes.add("The second trace has gaps, which may be all that differs; see trace check.");
        }
        return notes;
    }
}
