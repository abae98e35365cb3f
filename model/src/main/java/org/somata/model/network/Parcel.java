package org.somata.model.network;

import java.util.Comparator;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/**
 * A message that was sent and waits for its turn.
 *
 * @param to the place of the layer that is to handle it
 * @param copies of it that wait
 */
public record Parcel(int to, MessageId id, MessageKind kind, Presentation presentation, Signal signal, int copies) {
    /** By receiver, then by sender, in the order of sending. */
    public static final Comparator<Parcel> IN_ORDER = Comparator.comparingInt(Parcel::to)
            .thenComparingInt(parcel -> parcel.id.sender())
            .thenComparingLong(parcel -> parcel.id.sequence());

    /** The same message, of which so many copies wait. */
    Parcel with(int left) {
        return new Parcel(to, id, kind, presentation, signal, left);
    }
}
