package org.somata.actors;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.signals.Presentation;

/** What an actor has handled of the presentation under way: what it sends follows from the last of it, and from the rest. */
final class Heard {
    private final List<MessageId> earlier = new ArrayList<>();
    private Presentation presentation;
    private List<MessageId> causes = List.of();

    /** A message's turn has come. */
    void add(Message message) {
        Header header = message.header();
        if (!header.presentation().equals(presentation)) {
            presentation = header.presentation();
            earlier.clear();
        }
        causes = causes(header.id());
        earlier.add(header.id());
    }

    private List<MessageId> causes(MessageId last) {
        int before = earlier.size();
        if (before == 0) {
            return List.of(last);
        }
        if (before == 1) {
            return List.of(last, earlier.get(0));
        }
        List<MessageId> all = new ArrayList<>(1 + before);
        all.add(last);
        for (int i = before - 1; i >= 0; i--) {
            all.add(earlier.get(i));
        }
        return List.copyOf(all);
    }

    /** The message in hand, and before it, latest first, the others of its presentation. */
    List<MessageId> causes() {
        return causes;
    }
}
