package org.somata.model.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.model.signals.MessageId;

/**
 * What a layer has handled of presentations: what it sends follows from the last of that, and from the rest of the same
 * presentation.
 */
public final class Heard {
    /** Presentations that are enough without a global clock, so that none that is under way is forgotten. */
    public static final int CLOCKLESS = 256;

    private static final long NONE = -1;

    private final boolean oneByOne;
    private final Map<Long, List<MessageId>> others;
    private List<MessageId> earlier = new ArrayList<>();
    private long presentation = NONE;
    private List<MessageId> causes = List.of();

    /** @param presentations of which it knows at least, the latest; 1 where no other is handled before one is over */
    public Heard(int presentations) {
        oneByOne = presentations == 1;
        others = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, List<MessageId>> eldest) {
                return size() > presentations;
            }
        };
    }

    /** A message's turn has come, of the presentation with this number. */
    public void add(MessageId message, long number) {
        if (number != presentation) {
            turnTo(number);
        }
        causes = causes(message);
        earlier.add(message);
    }

    private void turnTo(long other) {
        if (oneByOne) {
            presentation = other;
            earlier.clear();
            return;
        }
        if (presentation != NONE) {
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
    public List<MessageId> causes() {
        return causes;
    }

    /** All that it knows, by the presentation's number, the one turned to last at the end. */
    public Map<Long, List<MessageId>> all() {
        Map<Long, List<MessageId>> all = new LinkedHashMap<>();
        others.forEach((number, messages) -> all.put(number, List.copyOf(messages)));
        if (presentation != NONE) {
            all.put(presentation, List.copyOf(earlier));
        }
        return all;
    }

    /** Takes what {@link #all} gave in place of everything here. */
    public void restore(Map<Long, List<MessageId>> all) {
        others.clear();
        presentation = NONE;
        all.forEach((number, messages) -> {
            turnTo(number);
            earlier.addAll(messages);
        });
    }
}
