package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.config.ConfigReader;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.ImageShape;
import org.somata.experiments.data.Sha256;

class ProvenanceTest {
    private static final List<String> NO_EPOCHS = List.of("training.epochs=0");

    @TempDir
    private Path folder;

    private Path begin(String name, Optional<Path> init) {
        return new Runs(Engine.actors(2), List.of("run", "x.yaml"), Watch.NONE)
                .begin(Small.config(NO_EPOCHS), folder.resolve(name), init)
                .folder();
    }

    private static Manifest manifest(Path run) {
        try (RunDirectory directory = RunDirectory.open(run)) {
            return directory.files().manifest();
        }
    }

    @Test
    void theManifestSaysWhereResultsComeFrom() {
        Path run = begin("run", Optional.empty());
        Manifest manifest = manifest(run);
        assertEquals("small", manifest.name());
        assertEquals(1, manifest.seed());
        assertEquals("mnist-slice", manifest.dataSet());
        assertEquals(Datasets.load("mnist-slice", line -> {}).sha256(), manifest.data());
        assertTrue(manifest.gitCommit().matches("[0-9a-f]{40}|unknown|"), manifest::gitCommit);
        assertEquals(new ImageShape(28, 28, 1), manifest.inputs());
        assertNull(manifest.seeing(ImageShape.NONE).inputs());
        assertEquals(Map.of(), manifest.init());
        Manifest.Session session = manifest.sessions().get(0);
        assertEquals(1, manifest.sessions().size());
        assertEquals(List.of("run", "x.yaml"), session.commandLine());
        assertEquals(Fingerprint.here().hash(), session.fingerprint());
        assertEquals("actors", session.engine());
        assertEquals(2, session.threads());
        assertFalse(session.start().isEmpty());
        assertFalse(session.end().isEmpty());
    }

    @Test
    void theConfigurationKeptIsThatOfTheRun() {
        Path run = begin("run", Optional.empty());
        assertEquals(Small.config(NO_EPOCHS), ConfigReader.read(run.resolve("config.yaml"), List.of()));
    }

    @Test
    void arraysGivenAreTakenAndTheOthersAreDrawn() throws Exception {
        Path donor = Trial.in(folder, "seed=5", "training.epochs=1").completed("donor", Engine.loop());
        Path init = folder.resolve("init");
        for (String path : List.of("layer-01/W.npy", "layer-02/V.npy", "layer-04/b.npy", "layer-04/b.momentum.npy")) {
            Files.createDirectories(init.resolve(path).getParent());
            Files.copy(donor.resolve("checkpoints/epoch-000001").resolve(path), init.resolve(path));
        }
        Path run = begin("run", Optional.of(init));
        Map<String, String> given = Small.tree(init);
        Map<String, String> begun = Small.tree(run.resolve("checkpoints/epoch-000000"));
        Map<String, String> drawn = Small.tree(begin("drawn", Optional.empty()).resolve("checkpoints/epoch-000000"));
        for (String path : List.of("layer-01/W.npy", "layer-02/V.npy", "layer-04/b.npy")) {
            assertEquals(given.get(path), begun.get(path), path);
            assertNotEquals(drawn.get(path), begun.get(path), path);
        }
        for (String path : List.of("layer-01/b.npy", "layer-02/W.npy", "layer-03/V.npy", "layer-04/b.momentum.npy")) {
            assertEquals(drawn.get(path), begun.get(path), path);
        }
        Map<String, String> provenance = manifest(run).init();
        assertEquals(
                java.util.Set.of("folder", "layer-01/W.npy", "layer-02/V.npy", "layer-04/b.npy"), provenance.keySet());
        assertEquals(init.toString(), provenance.get("folder"));
        assertEquals(Sha256.of(Files.readAllBytes(init.resolve("layer-02/V.npy"))), provenance.get("layer-02/V.npy"));
    }
}
