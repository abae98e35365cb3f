package org.somata.experiments.trace.export;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a trace by Perfetto's definitions, as its trace processor does. */
final class PerfettoReader {
    private static final int SLICE_BEGIN = 1;
    private static final int SLICE_END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private final Map<String, Map<Long, String>> interned = new HashMap<>();
    private final Map<Long, DynamicMessage> descriptors = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private String process = "";

    /** An event of a track; a slice's end is that of the packet after it. */
    private record Event(long at, DynamicMessage event, long end) {}

    static Picture read(byte[] bytes) throws InvalidProtocolBufferException {
        PerfettoReader reader = new PerfettoReader();
        DynamicMessage trace = DynamicMessage.parseFrom(PerfettoProtos.trace(), bytes);
        requireKnown(trace);
        List<DynamicMessage> packets = many(trace, "packet");
        for (int i = 0; i < packets.size(); i++) {
            reader.take(i, packets);
        }
        return reader.picture();
    }

    private void take(int number, List<DynamicMessage> packets) {
        DynamicMessage packet = packets.get(number);
        require(value(packet, "trusted_packet_sequence_id").equals(1), "of one sequence", packet);
        require(number > 0 || value(packet, "sequence_flags").equals(1), "begins the sequence", packet);
        if (has(packet, "interned_data")) {
            for (String kind : List.of("event_categories", "event_names", "debug_annotation_names")) {
                many(one(packet, "interned_data"), kind)
                        .forEach(each -> require(
                                names(kind).put((Long) value(each, "iid"), text(each, "name")) == null,
                                "named once",
                                each));
            }
        }
        if (has(packet, "track_descriptor")) {
            describe(one(packet, "track_descriptor"));
        }
        if (has(packet, "track_event")) {
            require(value(packet, "sequence_flags").equals(2), "needs names", packet);
            take(packet, number + 1 < packets.size() ? packets.get(number + 1) : packet);
        }
    }

    private void describe(DynamicMessage track) {
        require(descriptors.put((Long) value(track, "uuid"), track) == null, "described once", track);
        if (has(track, "process")) {
            process = text(one(track, "process"), "process_name");
        }
    }

    private void take(DynamicMessage packet, DynamicMessage next) {
        DynamicMessage event = one(packet, "track_event");
        long at = (Long) value(packet, "timestamp");
        int type = (Integer) value(event, "type");
        require(descriptors.containsKey((Long) value(event, "track_uuid")), "on a known track", event);
        if (type == SLICE_BEGIN) {
            DynamicMessage end = one(next, "track_event");
            require(value(end, "type").equals(SLICE_END), "ends", end);
            require(value(end, "track_uuid").equals(value(event, "track_uuid")), "ends where it began", end);
            events.add(new Event(at, event, (Long) value(next, "timestamp")));
        } else if (type != SLICE_END) {
            events.add(new Event(at, event, at));
        }
    }

    private Picture picture() {
        Tracks tracks = new Tracks();
        events.stream().sorted(Comparator.comparing(Event::at)).forEach(each -> add(each, tracks));
        return tracks.picture(process);
    }

    private void add(Event each, Tracks tracks) {
        DynamicMessage event = each.event;
        DynamicMessage track = descriptors.get((Long) value(event, "track_uuid"));
        if (value(event, "type").equals(COUNTER)) {
            require(has(track, "counter"), "a counter", track);
            tracks.count(text(track, "name"), each.at, (Double) value(event, "double_counter_value"));
            return;
        }
        require(value(event, "type").equals(INSTANT) || each.end >= each.at, "ends after it began", event);
        Map<String, String> notes = new TreeMap<>();
        for (DynamicMessage note : many(event, "debug_annotations")) {
            notes.put(name("debug_annotation_names", note), value(note));
        }
        notes.put("category", names("event_categories").get((Long) many(event, "category_iids", 0)));
        String where = text(one(track, "thread"), "thread_name");
        Picture.Slice slice = tracks.add(where, name("event_names", event), each.at, each.end, notes);
        for (int i = 0; i < count(event, "flow_ids"); i++) {
            tracks.depart(many(event, "flow_ids", i).toString(), slice);
        }
        for (int i = 0; i < count(event, "terminating_flow_ids"); i++) {
            tracks.arrive(many(event, "terminating_flow_ids", i).toString(), slice);
        }
    }

    private Map<Long, String> names(String kind) {
        return interned.computeIfAbsent(kind, none -> new HashMap<>());
    }

    private String name(String kind, DynamicMessage of) {
        String name = names(kind).get((Long) value(of, "name_iid"));
        require(name != null, "has a name", of);
        return name;
    }

    private static String value(DynamicMessage note) {
        String field =
                has(note, "string_value") ? "string_value" : has(note, "uint_value") ? "uint_value" : "double_value";
        return value(note, field).toString();
    }

    private static void requireKnown(DynamicMessage message) {
        require(message.getUnknownFields().asMap().isEmpty(), "fields that Perfetto knows", message);
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                List<?> inner = field.isRepeated() ? (List<?>) value : List.of(value);
                inner.forEach(each -> requireKnown((DynamicMessage) each));
            }
        });
    }

    private static void require(boolean holds, String what, DynamicMessage of) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what + ":\n" + of);
        }
    }

    private static FieldDescriptor field(DynamicMessage of, String name) {
        return of.getDescriptorForType().findFieldByName(name);
    }

    private static boolean has(DynamicMessage of, String name) {
        return of.hasField(field(of, name));
    }

    private static Object value(DynamicMessage of, String name) {
        return of.getField(field(of, name));
    }

    private static String text(DynamicMessage of, String name) {
        return (String) value(of, name);
    }

    private static DynamicMessage one(DynamicMessage of, String name) {
        return (DynamicMessage) value(of, name);
    }

    private static List<DynamicMessage> many(DynamicMessage of, String name) {
        List<DynamicMessage> all = new ArrayList<>();
        for (int i = 0; i < count(of, name); i++) {
            all.add((DynamicMessage) many(of, name, i));
        }
        return all;
    }

    private static Object many(DynamicMessage of, String name, int index) {
        return of.getRepeatedField(field(of, name), index);
    }

    private static int count(DynamicMessage of, String name) {
        return of.getRepeatedFieldCount(field(of, name));
    }
}
