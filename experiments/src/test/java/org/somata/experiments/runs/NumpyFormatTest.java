package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.assembly.Engine;

/** Reads checkpoints by the words of NumPy's format alone (numpy.lib.format), not by the program's own reader. */
class NumpyFormatTest {
    private static final Pattern ENTRY = Pattern.compile("'(\\w+)': ('[^']*'|\\w+|\\([^)]*\\))");

    @TempDir
    private Path folder;

    private record Array(String shape, float[] values) {}

    private static Array load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertArrayEquals(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(bytes, 8), file.toString());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int data = 10 + Short.toUnsignedInt(buffer.getShort(8));
        assertEquals(0, data % 64, file.toString());
        String header = new String(bytes, 10, data - 10, StandardCharsets.US_ASCII);
        assertTrue(header.matches("\\{.*\\} *\n"), header);
        Map<String, String> entries = new TreeMap<>();
        for (Matcher entry = ENTRY.matcher(header); entry.find(); ) {
            entries.put(entry.group(1), entry.group(2));
        }
        assertEquals(java.util.Set.of("descr", "fortran_order", "shape"), entries.keySet());
        assertEquals("'<f4'", entries.get("descr"));
        assertEquals("False", entries.get("fortran_order"));
        float[] values = new float[(bytes.length - data) / 4];
        assertEquals(data + 4 * values.length, bytes.length);
        buffer.position(data)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Array(entries.get("shape"), values);
    }

    @Test
    void shapesAreThoseOfThePaper() throws IOException {
        Path run = Trial.in(folder, "network.layers=[{units: 5}, {units: 3}, {units: 1}]", "training.epochs=1")
                .completed("run", Engine.loop());
        Path checkpoint = run.resolve("checkpoints/epoch-000001");
        Map<String, String> shapes = new TreeMap<>();
        for (int place = 1; place <= 4; place++) {
            for (String name : new String[] {"W", "b", "V", "c"}) {
                String path = "layer-0" + place + "/" + name + ".npy";
                if (Files.exists(checkpoint.resolve(path))) {
                    Array array = load(checkpoint.resolve(path));
                    shapes.put(place + name, array.shape);
                    int size = Arrays.stream(array.shape.replaceAll("[() ]", "").split(","))
                            .mapToInt(Integer::parseInt)
                            .reduce(1, (a, b) -> a * b);
                    assertEquals(size, array.values.length);
                }
            }
        }
        Map<String, String> expected = new TreeMap<>(
                Map.of("1W", "(5, 784)", "1b", "(5,)", "2W", "(3, 5)", "2b", "(3,)", "2V", "(5, 3)", "2c", "(5,)"));
        expected.putAll(
                Map.of("3W", "(1, 3)", "3b", "(1,)", "3V", "(3, 1)", "3c", "(3,)", "4W", "(10, 1)", "4b", "(10,)"));
        assertEquals(expected, shapes);
    }

    /** An orthogonal W has orthonormal rows, which the order of Fortran would tear apart. */
    @Test
    void valuesAreInCOrder() throws IOException {
        Path run = Trial.in(folder, "training.epochs=0").completed("run", Engine.loop());
        float[] w = load(run.resolve("checkpoints/epoch-000000/layer-01/W.npy")).values;
        for (int row = 0; row < 12; row++) {
            double same = 0;
            double next = 0;
            for (int column = 0; column < 784; column++) {
                same += w[row * 784 + column] * w[row * 784 + column];
                next += w[row * 784 + column] * w[(row + 1) % 12 * 784 + column];
            }
            assertEquals(1, same, 1e-5);
            assertEquals(0, next, 1e-5);
        }
    }
}
