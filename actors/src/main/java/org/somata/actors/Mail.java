package org.somata.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.somata.model.layers.Versions;
import org.somata.model.network.Heard;
import org.somata.model.network.Parcel;
import org.somata.model.signals.MessageId;

/**
 * What a layer actor at rest has besides its layer.
 *
 * @param waiting for their turn
 * @param heard as {@link Heard#all} has it
 */
record Mail(List<Parcel> waiting, Map<Long, List<MessageId>> heard) {
    private static final Versions UNKNOWN = new Versions(0, 0);

    /** What waits, as messages; what brought them about has been told when they were sent. */
    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (Parcel parcel : waiting) {
            Header header = new Header(parcel.id(), List.of(), parcel.presentation(), UNKNOWN);
            for (int copy = 0; copy < parcel.copies(); copy++) {
                messages.add(Message.of(parcel.kind(), header, parcel.signal()));
            }
        }
        return messages;
    }
}
