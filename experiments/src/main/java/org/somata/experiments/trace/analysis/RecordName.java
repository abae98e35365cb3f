package org.somata.experiments.trace.analysis;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.signals.MessageId;

/** What a record is called: {@code layer-3:1742} is a message, {@code layer-3:forward:17} an update. */
public sealed interface RecordName {
    /** A message's. */
    record OfMessage(MessageId id) implements RecordName {}

    /** An update's. */
    record OfUpdate(UpdateId id) implements RecordName {}

    /** @throws NoSuchRecordException if nothing is called so */
    static RecordName parse(String text) {
        Matcher parts = Pattern.compile("(teacher|input|layer-([1-9]\\d{0,8}))(?::(forward|feedback))?:(\\d{1,18})")
                .matcher(text);
        if (!parts.matches() || parts.group(3) != null && parts.group(2) == null) {
            throw new NoSuchRecordException(
                    "nothing in a trace is called " + text + "; a message is called layer-3:1742, input:1742 or"
                            + " teacher:1742, and an update layer-3:forward:17 or layer-3:feedback:17");
        }
        long number = Long.parseLong(parts.group(4));
        if (parts.group(3) == null) {
            return new OfMessage(new MessageId(sender(parts), number));
        }
        Mapping mapping = Arrays.stream(Mapping.values())
                .filter(each -> each.label().equals(parts.group(3)))
                .findFirst()
                .orElseThrow();
        return new OfUpdate(new UpdateId(Integer.parseInt(parts.group(2)), mapping, number));
    }

    private static int sender(Matcher parts) {
        return switch (parts.group(1)) {
            case "teacher" -> MessageId.TEACHER;
            case "input" -> MessageId.INPUT;
            default -> Integer.parseInt(parts.group(2));
        };
    }
}
