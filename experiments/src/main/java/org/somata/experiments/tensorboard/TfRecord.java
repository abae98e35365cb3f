package org.somata.experiments.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's files of records, little-endian: the length in 8 bytes, its checksum in 4, the content, and
 * its checksum in 4. A reader takes a last record that is not wholly there for one that is still being written.
 */
final class TfRecord {
    private static final int MASK_DELTA = 0xa282ead8;

    private TfRecord() {}

    static byte[] of(byte[] content) {
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + content.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(maskedCrc(record.array(), Long.BYTES));
        record.put(content);
        record.putInt(maskedCrc(content, content.length));
        return record.array();
    }

    /** CRC-32C, turned and moved, since the checksum of bytes that contain their own checksum would say little. */
    private static int maskedCrc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }
}
