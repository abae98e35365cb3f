package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Examples;

/** Whatever becomes of its bytes, a folder is read as a dataset that holds together, or refused by a DataException. */
class FolderMutationTest {
    private static final int MUTATIONS = 1500;
    private static final byte[] TELLING = Folder.text("0123456789,.-+eE\"'\n\r ()<>|fiuNa\u0000");

    @TempDir
    private Path folder;

    static Stream<Arguments> datasets() {
        Map<String, byte[]> floats = Folder.npy();
        floats.put("train-images.npy", Folder.npy("<f4", "(6, 3)", new byte[72]));
        floats.put("test-images.npy", Folder.npy("<f8", "(3, 3)", new byte[72]));
        return Stream.of(
                Arguments.of("IDX", Samples.files(), false),
                Arguments.of("NPY, uint8", Folder.npy(), false),
                Arguments.of("NPY, floats", floats, false),
                Arguments.of("CSV", Folder.csv(), false),
                Arguments.of("CSV, gzipped", Folder.csv(), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("datasets")
    void mutantsAreReadOrRefused(String format, Map<String, byte[]> files, boolean gzip) {
        SplittableRandom random = new SplittableRandom(format.hashCode());
        Samples.write(folder, files);
        FolderDataset dataset = new FolderDataset("mutant", folder);
        List<String> names = List.copyOf(files.keySet());
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] whole = gzip ? Samples.gzip(files.get(name)) : files.get(name);
            Samples.write(folder.resolve(name), mutant(whole, random));
            try {
                check(dataset.read());
                read++;
            } catch (DataException refused) {
                assertTrue(refused.getMessage().length() > 20, refused::getMessage);
            }
            Samples.write(folder.resolve(name), files.get(name));
        }
        int sound = read;
        assertTrue(sound > 0 && sound < MUTATIONS, () -> sound + " of " + MUTATIONS + " could be read");
    }

    private static byte[] mutant(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(1, 4); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = spliced(bytes, at, bytes, random.nextInt(bytes.length));
                default -> bytes = spliced(bytes, at, TELLING, random.nextInt(TELLING.length));
            }
        }
        return bytes;
    }

    /** With a few of the {@code other} bytes put in at {@code at}. */
    private static byte[] spliced(byte[] bytes, int at, byte[] other, int from) {
        int count = Math.min(8, other.length - from);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + count);
        System.arraycopy(other, from, longer, at, count);
        System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
        return longer;
    }

    private static void check(Dataset dataset) {
        for (Examples examples : List.of(dataset.train(), dataset.test())) {
            assertTrue(examples.count() > 0 && examples.classes() > 1);
            float[] input = new float[examples.features()];
            for (int i = 0; i < examples.count(); i++) {
                assertTrue(examples.label(i) >= 0 && examples.label(i) < examples.classes());
                examples.copyInput(i, input, 0);
                for (float number : input) {
                    assertTrue(Float.isFinite(number));
                }
            }
        }
    }
}
