package org.somata.experiments.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Labels as an array of integers in NumPy's format. */
final class NpyLabels {
    private static final Map<String, Integer> SIZES =
            Map.of("|u1", 1, "<u1", 1, "|i1", 1, "<i1", 1, "<u2", 2, "<i2", 2, "<u4", 4, "<i4", 4, "<u8", 8, "<i8", 8);

    private NpyLabels() {}

    /** @throws DataException for anything but integers from 0 to the most classes there may be */
    static Npy.Hashed<int[]> read(Content content, NpyHeader header, Room room) {
        Integer size = SIZES.get(header.type());
        if (size == null) {
            throw content.unsuitable("its numbers are of type " + header.type()
                    + ", but labels are little-endian integers; save a.astype('int64') instead");
        }
        Npy.requireSize(content, header, size);
        room.take(content, header.count() * Integer.BYTES);
        boolean signed = header.type().charAt(1) == 'i';
        int[] labels = new int[header.shape().get(0)];
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        String sha256 = Npy.rows(content, header, bytes.array(), index -> {
            long label = label(bytes, size, signed);
            if (label < 0 || label >= Labels.MOST_CLASSES) {
                throw content.damaged(
                        header.bytes() + (long) index * size,
                        "label " + index + " is " + (signed ? label : Long.toUnsignedString(label))
                                + ", but labels are 0 to " + (Labels.MOST_CLASSES - 1));
            }
            labels[index] = (int) label;
        });
        return new Npy.Hashed<>(labels, sha256);
    }

    private static long label(ByteBuffer bytes, int size, boolean signed) {
        return switch (size) {
            case 1 -> signed ? bytes.get(0) : Byte.toUnsignedLong(bytes.get(0));
            case 2 -> signed ? bytes.getShort(0) : Short.toUnsignedLong(bytes.getShort(0));
            case 4 -> signed ? bytes.getInt(0) : Integer.toUnsignedLong(bytes.getInt(0));
            default -> bytes.getLong(0);
        };
    }
}
