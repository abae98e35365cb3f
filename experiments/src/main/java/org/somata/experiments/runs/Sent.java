package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.signals.MessageKind;

/**
 * What one sender has sent of one kind of message.
 *
 * @param place the sender's; the input's is 0
 */
record Sent(int place, MessageKind kind, long messages, long bits) {
    /** Among those of others, or together with what the same sender has sent of the kind before. */
    List<Sent> addedTo(List<Sent> others) {
        List<Sent> all = new ArrayList<>(others);
        for (int i = 0; i < all.size(); i++) {
            Sent before = all.get(i);
            if (before.place == place && before.kind == kind) {
                all.set(i, new Sent(place, kind, before.messages + messages, before.bits + bits));
                return all;
            }
        }
        all.add(this);
        return all;
    }
}
