package org.somata.actors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.model.signals.Presentation;

/**
 * What an actor has handled of presentations: what it sends follows from the last of that, and from the rest of the same
 * presentation.
 */
final class Heard {
    private final boolean oneByOne;
    private final Map<Presentation, List<MessageId>> others;
    private List<MessageId> earlier = new ArrayList<>();
    private Presentation presentation;
    private List<MessageId> causes = List.of();

    /** @param presentations of which it knows at least, the latest; 1 where no other is handled before one is over */
    Heard(int presentations) {
        oneByOne = presentations == 1;
        others = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Presentation, List<MessageId>> eldest) {
                return size() > presentations;
            }
        };
    }

    /** A message's turn has come. */
    void add(Message message) {
        Header header = message.header();
        if (!header.presentation().equals(presentation)) {
            turnTo(header.presentation());
        }
        causes = causes(header.id());
        earlier.add(header.id());
    }

    private void turnTo(Presentation other) {
        if (oneByOne) {
            presentation = other;
            earlier.clear();
            return;
        }
        if (presentation != null) {
            others.put(presentation, earlier);
        }
        presentation = other;
        List<MessageId> known = others.remove(other);
        earlier = known == null ? new ArrayList<>() : known;
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
