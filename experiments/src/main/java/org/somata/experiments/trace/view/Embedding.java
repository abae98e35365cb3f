package org.somata.experiments.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.TraceHeader;
import org.somata.model.signals.MessageId;

/**
 * An excerpt as the page's script reads it.
 *
 * @param outcomes labels, by the numbers that stand for them
 * @param wall whether the machine's times are there too
 * @param notes what isn't shown, and how to have it
 * @param payloads absent where nothing was recorded of what messages carried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Embedding(
        TraceHeader header,
        List<String> outcomes,
        boolean wall,
        List<String> notes,
        MessageColumns messages,
        UpdateColumns updates,
        PayloadColumns payloads) {
    static String json(Excerpt excerpt, boolean wall, List<String> notes) {
        Map<MessageId, Integer> rows = MessageColumns.rows(excerpt.messages());
        PayloadColumns payloads = PayloadColumns.of(excerpt.messages());
        Embedding embedding = new Embedding(
                excerpt.header(),
                Arrays.stream(Outcome.values()).map(Outcome::label).toList(),
                wall,
                notes,
                MessageColumns.of(excerpt.messages(), rows, wall),
                UpdateColumns.of(excerpt.updates(), rows, wall),
                payloads.count() == 0 ? null : payloads);
        try {
            return Durable.JSON
                    .writer()
                    .without(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(embedding);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
