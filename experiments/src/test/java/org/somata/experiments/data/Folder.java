package org.somata.experiments.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small datasets as a user's folder has them: 6 training and 3 test examples of 2×3 numbers, labels 0 … 2. */
final class Folder {
    private Folder() {}

    static Map<String, byte[]> npy() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train-images.npy", npy("|u1", "(6, 2, 3)", counting(36)));
        files.put("train-labels.npy", npy("<i8", "(6,)", longs(0, 1, 2, 0, 1, 2)));
        files.put("test-images.npy", npy("|u1", "(3, 2, 3)", counting(18)));
        files.put("test-labels.npy", npy("<i8", "(3,)", longs(2, 1, 0)));
        return files;
    }

    static Map<String, byte[]> csv() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train.csv", text("label,a,b\n0,0.5,1\n1,-2,3e-2\n2,4,5\n"));
        files.put("test.csv", text("label,a,b\n1,6,7\n"));
        return files;
    }

    /** NumPy's format 1.0 put together by hand. */
    static byte[] npy(String type, String shape, byte[] numbers) {
        return npyOf("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }", numbers);
    }

    static byte[] npyOf(String dictionary, byte[] numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String header = dictionary + " ".repeat(117 - dictionary.length()) + "\n";
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        out.writeBytes(text(header));
        out.writeBytes(numbers);
        return out.toByteArray();
    }

    /** 0, 1, 2 … */
    static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    static byte[] longs(long... numbers) {
        ByteBuffer bytes = little(8 * numbers.length);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    static byte[] floats(float... numbers) {
        ByteBuffer bytes = little(4 * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    static byte[] doubles(double... numbers) {
        ByteBuffer bytes = little(8 * numbers.length);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
