package org.somata.experiments.trace.export;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

/**
 * The fields of Perfetto's messages that a timeline may have, by their published definitions: in the project's folder
 * protos/perfetto/trace the files trace.proto, trace_packet.proto, interned_data/interned_data.proto and, in
 * track_event/, track_event.proto, track_descriptor.proto, process_descriptor.proto, thread_descriptor.proto,
 * counter_descriptor.proto and debug_annotation.proto. No library that may be had from Maven Central brings them along.
 */
final class PerfettoProtos {
    private PerfettoProtos() {}

    static Descriptor trace() {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("perfetto_trace.proto")
                .setPackage("perfetto.protos")
                .setSyntax("proto2")
                .addMessageType(message("Trace", many("packet", 1, "TracePacket")))
                .addMessageType(message(
                        "TracePacket",
                        one("timestamp", 8, Type.TYPE_UINT64),
                        one("trusted_packet_sequence_id", 10, Type.TYPE_UINT32),
                        one("track_event", 11, "TrackEvent"),
                        one("interned_data", 12, "InternedData"),
                        one("sequence_flags", 13, Type.TYPE_UINT32),
                        one("track_descriptor", 60, "TrackDescriptor")))
                .addMessageType(message(
                        "InternedData",
                        many("event_categories", 1, "Interned"),
                        many("event_names", 2, "Interned"),
                        many("debug_annotation_names", 3, "Interned")))
                // EventCategory, EventName and DebugAnnotationName are alike
                .addMessageType(message("Interned", one("iid", 1, Type.TYPE_UINT64), one("name", 2, Type.TYPE_STRING)))
                .addMessageType(message(
                        "TrackEvent",
                        many("category_iids", 3, Type.TYPE_UINT64),
                        many("debug_annotations", 4, "DebugAnnotation"),
                        one("type", 9, Type.TYPE_INT32),
                        one("name_iid", 10, Type.TYPE_UINT64),
                        one("track_uuid", 11, Type.TYPE_UINT64),
                        one("double_counter_value", 44, Type.TYPE_DOUBLE),
                        many("flow_ids", 47, Type.TYPE_FIXED64),
                        many("terminating_flow_ids", 48, Type.TYPE_FIXED64)))
                .addMessageType(message(
                        "DebugAnnotation",
                        one("name_iid", 1, Type.TYPE_UINT64),
                        one("uint_value", 3, Type.TYPE_UINT64),
                        one("double_value", 5, Type.TYPE_DOUBLE),
                        one("string_value", 6, Type.TYPE_STRING)))
                .addMessageType(message(
                        "TrackDescriptor",
                        one("uuid", 1, Type.TYPE_UINT64),
                        one("name", 2, Type.TYPE_STRING),
                        one("process", 3, "ProcessDescriptor"),
                        one("thread", 4, "ThreadDescriptor"),
                        one("parent_uuid", 5, Type.TYPE_UINT64),
                        one("counter", 8, "CounterDescriptor")))
                .addMessageType(message(
                        "ProcessDescriptor",
                        one("pid", 1, Type.TYPE_INT32),
                        one("process_name", 6, Type.TYPE_STRING),
                        many("process_labels", 8, Type.TYPE_STRING)))
                .addMessageType(message(
                        "ThreadDescriptor",
                        one("pid", 1, Type.TYPE_INT32),
                        one("tid", 2, Type.TYPE_INT32),
                        one("thread_name", 5, Type.TYPE_STRING)))
                .addMessageType(message("CounterDescriptor"))
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Trace");
        } catch (DescriptorValidationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static DescriptorProto message(String name, FieldDescriptorProto.Builder... fields) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        for (FieldDescriptorProto.Builder field : fields) {
            message.addField(field);
        }
        return message.build();
    }

    private static FieldDescriptorProto.Builder one(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static FieldDescriptorProto.Builder many(String name, int number, Type type) {
        return one(name, number, type).setLabel(Label.LABEL_REPEATED);
    }

    private static FieldDescriptorProto.Builder one(String name, int number, String message) {
        return one(name, number, Type.TYPE_MESSAGE).setTypeName(".perfetto.protos." + message);
    }

    private static FieldDescriptorProto.Builder many(String name, int number, String message) {
        return one(name, number, message).setLabel(Label.LABEL_REPEATED);
    }
}
