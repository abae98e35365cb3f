package org.somata.experiments.trace.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Updates, a column a field.
 *
 * @param weights what the updates of one layer's mapping share: layer, mapping, the place of who does them, purpose
 * @param columns by name, as {@link Varints} write them
 * @param floats by name, as {@link Floats} write them
 * @param outside ids of causes that aren't shown, in the order in which they come up
 */
record UpdateColumns(
        int count,
        List<List<Object>> weights,
        Map<String, String> columns,
        Map<String, String> floats,
        List<String> outside) {
    static UpdateColumns of(List<UpdateRecord> updates, Map<MessageId, Integer> rows, boolean wall) {
        Shared<List<Object>> weights = new Shared<>();
        Shared<String> outside = new Shared<>();
        Map<String, Varints> columns = new LinkedHashMap<>();
        List.of("weights", "version", "presentation", "staleness", "time", "cause")
                .forEach(name -> columns.put(name, new Varints()));
        Map<String, Floats> floats = new LinkedHashMap<>(Map.of("loss", new Floats(), "norm", new Floats()));
        Map<Integer, Long> versions = new HashMap<>();
        for (UpdateRecord update : updates) {
            int place = weights.place(List.of(
                    update.id().layer(),
                    update.id().mapping().label(),
                    update.at(),
                    update.purpose().label()));
            columns.get("weights").add(place);
            Long before = versions.put(place, update.id().version());
            columns.get("version").add(update.id().version() - (before == null ? 0 : before));
            columns.get("presentation").addStep(update.presentation());
            columns.get("staleness").add(update.staleness());
            columns.get("time").addStep(update.time());
            Integer cause = rows.get(update.cause());
            columns.get("cause")
                    .addStep(cause == null ? -1 - outside.place(update.cause().toString()) : cause);
            floats.get("loss").add(update.loss());
            floats.get("norm").add(update.norm());
            if (wall) {
                columns.computeIfAbsent("wall_started", none -> new Varints()).addStep(update.wallStarted());
                columns.computeIfAbsent("wall_finished", none -> new Varints())
                        .addDelay(update.wallFinished(), update.wallStarted(), Times.UNKNOWN);
            }
        }
        Map<String, String> written = new LinkedHashMap<>();
        columns.forEach((name, column) -> written.put(name, column.base64()));
        Map<String, String> numbers = new LinkedHashMap<>();
        floats.forEach((name, column) -> numbers.put(name, column.base64()));
        return new UpdateColumns(updates.size(), weights.rows(), written, numbers, outside.rows());
    }
}
