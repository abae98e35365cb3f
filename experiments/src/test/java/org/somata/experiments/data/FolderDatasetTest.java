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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDatasetTest {
    @TempDir
    private Path folder;

    private final Datasets datasets = Datasets.ofUser();
    private final List<String> log = new ArrayList<>();

    private Dataset read(Map<String, byte[]> files) {
        Samples.write(folder, files);
        return datasets.read(folder.toString(), log::add);
    }

    private String refused(Map<String, byte[]> files) {
        return assertThrows(DataException.class, () -> read(files)).getMessage();
    }

    @Test
    void idxWithEitherNameOfTheTestSetPlainOrGzipped() throws IOException {
        Dataset plain = read(Samples.files());
        assertEquals(new ImageShape(2, 3, 1), plain.shape());
        assertEquals(List.of(6, 3), List.of(plain.train().count(), plain.test().count()));
        assertEquals(6, plain.classes(), "the largest label of either set");
        Map<String, byte[]> files = Samples.files();
        files.put("test-images-idx3-ubyte.gz", Samples.gzip(files.remove("t10k-images-idx3-ubyte")));
        files.put("test-labels.idx1-ubyte", files.remove("t10k-labels-idx1-ubyte"));
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        Dataset other = read(files);
        assertEquals(
                plain.sha256().get("t10k-images-idx3-ubyte"), other.sha256().get("test-images-idx3-ubyte"));
        assertEquals(4, other.sha256().size());
    }

    @Test
    void npyAndCsv() {
        Dataset npy = read(Folder.npy());
        assertEquals(new ImageShape(2, 3, 1), npy.shape());
        assertEquals(3, npy.classes());
        assertEquals(folder.toString(), npy.name());
        assertTrue(refused(Folder.csv()).contains("has training sets in NPY and in CSV"));
        Folder.npy().keySet().forEach(name -> folder.resolve(name).toFile().delete());
        Dataset csv = read(Folder.csv());
        assertEquals(List.of(2, 3), List.of(csv.features(), csv.classes()));
        assertEquals(List.of("test.csv", "train.csv"), List.copyOf(csv.sha256().keySet()));
    }

    @Test
    void aLargeLabelOfATestSetWidensTheTrainingSetToo() {
        Map<String, byte[]> files = Folder.csv();
        files.put("test.csv", Folder.text("label,a,b\n9,6,7\n"));
        Dataset dataset = read(files);
        assertEquals(10, dataset.train().classes());
    }

    @Test
    void whatIsMissingIsNamed() {
        String nothing = refused(Map.of());
        assertTrue(nothing.startsWith(folder + ": has no training set; looked for train-images-idx3-ubyte"), nothing);
        assertTrue(nothing.contains("train-images.npy and train-labels.npy (NPY), or train.csv (CSV)"), nothing);
        Map<String, byte[]> csv = Folder.csv();
        csv.remove("test.csv");
        assertTrue(
                refused(csv).contains("no test set; looked for test.csv, each plain or .gz; put some examples aside"));
        folder.resolve("train.csv").toFile().delete();
        Map<String, byte[]> npy = Folder.npy();
        npy.remove("train-labels.npy");
        assertTrue(refused(npy).contains("has train-images.npy, but no train-labels.npy"));
        Map<String, byte[]> all = new HashMap<>(Folder.npy());
        all.remove("test-images.npy");
        folder.resolve("test-images.npy").toFile().delete();
        assertTrue(refused(all).contains("has test-labels.npy, but no test-images.npy"));
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() {
        Map<String, byte[]> csv = Folder.csv();
        csv.put("test.csv", Folder.text("1,6\n"));
        assertTrue(refused(csv).contains("inputs are 2 numbers in the training set, but 1 number in the test set"));
        csv.put("train.csv", Folder.text("0,6\n"));
        csv.put("test.csv", Folder.text("0,6\n"));
        assertTrue(refused(csv).contains("every label is 0; at least two classes"));
        csv.keySet().forEach(name -> folder.resolve(name).toFile().delete());
        Map<String, byte[]> npy = Folder.npy();
        npy.put("test-images.npy", Folder.npy("|u1", "(3, 3, 2)", new byte[18]));
        assertTrue(refused(npy).contains("images of 2x3 in the training set, but images of 3x2 in the test set"));
        Map<String, byte[]> idx = Samples.files();
        npy.keySet().forEach(name -> folder.resolve(name).toFile().delete());
        idx.put("test-labels-idx1-ubyte", Samples.labels(3));
        assertTrue(refused(idx).contains("two test sets, with t10k-images-idx3-ubyte and with test-images-idx3-ubyte"));
    }

    @Test
    void aNameIsADirectorysIfItIsAPathOrOneIsThere() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();
        assertEquals(
                "there is no directory '" + nowhere + "' to read a dataset from; looked for " + nowhere,
                unknown(nowhere));
        Path here = Path.of("").toAbsolutePath();
        assertEquals(
                "there is no directory 'no/where' to read a dataset from; looked for " + here.resolve("no/where")
                        + "; a relative path counts from the working directory",
                unknown("no/where"));
        assertTrue(unknown("~/data").endsWith("~ means nothing here, write the path in full"));
        assertTrue(unknown("nowhere").contains("unknown dataset 'nowhere'; known: mnist-slice"));
        assertTrue(unknown("nowhere").endsWith("; nor is there a directory of this name"));
        Path file = Files.writeString(folder.resolve("train.csv"), "");
        assertEquals(
                "the dataset '" + file + "' is a file; give the directory that has it and its companions, " + folder,
                unknown(file.toString()));
        // the module's own directory, relative and without a separator
        assertTrue(assertThrows(DataException.class, () -> datasets.read("src", log::add))
                .getMessage()
                .startsWith("src: has no training set"));
    }

    private String unknown(String set) {
        return assertThrows(UnknownDatasetException.class, () -> datasets.read(set, log::add))
                .getMessage();
    }

    @Test
    void aKnownNameIsNeverADirectorys() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        KnownDataset known = new KnownDataset(
                "src", "named as a directory", new IdxFormat(10), List.of(), List.of(), 0, 0, ImageShape.NONE);
        Datasets own = new Datasets(List.of(known), new DataCache(cache), lines -> new Means(null, null, lines));
        assertEquals(Optional.empty(), own.check("src"));
        assertThrows(RuntimeException.class, () -> own.read("src", log::add));
        assertTrue(assertThrows(DataException.class, () -> own.read("./src", log::add))
                .getMessage()
                .startsWith("./src: has no training set"));
    }

    @Test
    void verifyTellsWhatIsThere() {
        Map<String, byte[]> files = Folder.csv();
        files.put("train.csv", Folder.text("0,0.5,1\n2,-2,3\n2,255,5\n"));
        Samples.write(folder, files);
        datasets.verify(Optional.of(folder.toString()), log::add);
        assertEquals(
                List.of(
                        folder + ": complete, " + folder,
                        "  training  3 examples of 2 numbers, from -2.0 to 255.0",
                        "            3 classes, of each 1, 0, 2; none of class 1",
                        "  test      1 examples of 2 numbers, from 6.0 to 7.0",
                        "            3 classes, of each 0, 1, 0; none of class 0, 2",
                        "  ok  " + Samples.sha256(files.get("test.csv")) + "  test.csv",
                        "  ok  " + Samples.sha256(files.get("train.csv")) + "  train.csv"),
                log);
    }
}
