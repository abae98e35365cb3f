package org.somata.model.signals;

import java.util.EnumMap;
import java.util.Map;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;

/**
 * A sender's end of a link: makes signals of values. Bits are drawn by (seed, place, kind, presentation), so what is
 * drawn does not depend on the order of anything. In lockstep a signal stays as it is until that of the presentation
 * after the next is made: two may be under way at a time. Where any number may be, each has room of its own.
 */
public final class Transmitter {
    private final Transmission transmission;
    private final long seed;
    private final Purpose purpose;
    private final int place;
    private final int copies;
    private final Parcels parcels;
    private final Map<MessageKind, Signal[]> sent = new EnumMap<>(MessageKind.class);

    /**
     * @param purpose what bits are drawn for, learning or evaluation
     * @param place of the sender
     * @param copies draws of the same activations, one block of rows after the other; 1 unless bits are drawn
     */
    public Transmitter(Transmission transmission, long seed, Purpose purpose, int place, int copies) {
        this(transmission, seed, purpose, place, copies, null);
    }

    private Transmitter(Transmission transmission, long seed, Purpose purpose, int place, int copies, Parcels parcels) {
        if (copies > 1 && !(transmission instanceof Transmission.Bits)) {
            throw new IllegalArgumentException(copies + " copies of what is not drawn");
        }
        this.transmission = transmission;
        this.seed = seed;
        this.purpose = purpose;
        this.place = place;
        this.copies = copies;
        this.parcels = parcels;
    }

    /** The same end, of a link on which any number of signals may be under way. */
    public Transmitter with(Parcels rooms) {
        return new Transmitter(transmission, seed, purpose, place, copies, rooms);
    }

    /** An end that tells nothing, for layers that do not compute. */
    public static Transmitter silent() {
        return new Transmitter(Transmission.REAL, 0, Purpose.BITS, 0, 1);
    }

    /** What crosses the link for these values, B × n. */
    public Signal signal(MessageKind kind, Presentation presentation, Matrix values) {
        if (transmission instanceof Transmission.Sign sign) {
            PackedBits bits = room(kind, presentation, values.rows(), values.columns());
            bits.signsOf(values);
            return keep(kind, presentation, new Signal.Sign(bits, sign.levels()));
        } else if (transmission instanceof Transmission.Bits drawn) {
            int rows = values.rows() * (kind == MessageKind.ACTIVATION ? copies : 1);
            PackedBits bits = room(kind, presentation, rows, values.columns());
            long count = presentation.number() * MessageKind.values().length + kind.ordinal();
            bits.drawFrom(values, drawn.levels().low(), Chance.key(seed, purpose, place, count));
            return keep(kind, presentation, new Signal.Bits(bits, drawn.levels()));
        }
        return parcels == null ? new Signal.Real(values) : parcels.of(values);
    }

    public Transmission transmission() {
        return transmission;
    }

    private Signal keep(MessageKind kind, Presentation presentation, Signal signal) {
        if (parcels != null) {
            return signal;
        }
        sent.get(kind)[presentation.slot()] = signal;
        return signal;
    }

    /** The bits of the presentation before the last, if they are as many. */
    private PackedBits room(MessageKind kind, Presentation presentation, int rows, int columns) {
        if (parcels != null) {
            return new PackedBits(rows, columns);
        }
        Signal old = sent.computeIfAbsent(kind, absent -> new Signal[Presentation.SLOTS])[presentation.slot()];
        PackedBits bits = old instanceof Signal.Packed packed ? packed.packed() : null;
        return bits != null && bits.rows() == rows && bits.columns() == columns ? bits : new PackedBits(rows, columns);
    }
}
