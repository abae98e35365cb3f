package org.somata.model.network;

import java.util.List;
import java.util.Map;
import org.somata.model.signals.MessageId;

/**
 * What is between the layers of a network without a clock that is at rest. With the layers, and what they know of
 * presentations under way, it is all that the future depends on.
 *
 * @param parcels in {@link Parcel#IN_ORDER}; who reads their signals does so before the network goes on
 * @param heard what each layer, from 1 to M, has handled of the latest presentations: see {@link Heard#all}
 */
public record InFlight(List<Parcel> parcels, List<Map<Long, List<MessageId>>> heard) {
    public InFlight {
        parcels = List.copyOf(parcels);
        heard = List.copyOf(heard);
    }

    /** Of the layer at a place. */
    public List<Parcel> to(int place) {
        return parcels.stream().filter(parcel -> parcel.to() == place).toList();
    }
}
