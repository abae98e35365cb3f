package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.model.network.Network;

class CheckpointsTest {
    @TempDir
    private Path folder;

    private final Network network = Assembly.of(Small.config(List.of("network.layers=[{units: 2}]")), 3, 2)
            .network(Engine.loop());
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        network.close();
    }

    private List<String> names() {
        return Durable.list(folder).stream()
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    private void write(Checkpoints checkpoints, int epoch, int presentation, boolean confirm) {
        write(checkpoints, epoch, presentation, confirm, OptionalInt.empty());
    }

    private void write(
            Checkpoints checkpoints, int epoch, int presentation, boolean confirm, OptionalInt selectedEpoch) {
        long step = 10L * epoch + presentation;
        checkpoints.write(network, new Position(epoch, step, 0, presentation), Traffic.NONE, confirm, selectedEpoch);
    }

    private void writeSelected(Checkpoints checkpoints, int epoch, int selected) {
        write(checkpoints, epoch, 0, true, OptionalInt.of(selected));
    }

    @Test
    void thatOfTheLowestValidationErrorStaysUntilThereIsALower() {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 2);
        writeSelected(checkpoints, 1, 1);
        writeSelected(checkpoints, 2, 1);
        writeSelected(checkpoints, 3, 1);
        writeSelected(checkpoints, 4, 1);
        assertEquals(List.of("epoch-000001", "epoch-000003", "epoch-000004"), names());
        writeSelected(checkpoints, 5, 5);
        assertEquals(List.of("epoch-000004", "epoch-000005"), names());
    }

    @Test
    void thatOfTheLowestValidationErrorStaysBetweenTwoThatAreDue() {
        Checkpoints checkpoints = new Checkpoints(folder, 5, 2);
        write(checkpoints, 0, 0, true);
        writeSelected(checkpoints, 5, 3);
        writeSelected(checkpoints, 7, 7);
        writeSelected(checkpoints, 10, 7);
        assertEquals(List.of("epoch-000005", "epoch-000007", "epoch-000010"), names());
        writeSelected(checkpoints, 11, 11);
        writeSelected(checkpoints, 12, 11);
        assertEquals(List.of("epoch-000010", "epoch-000011", "epoch-000012"), names());
    }

    @Test
    void theNewestStayAndOneWithinAnEpochUntilThereIsALater() {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 2);
        write(checkpoints, 0, 0, true);
        write(checkpoints, 1, 0, true);
        write(checkpoints, 1, 4, true);
        assertEquals(List.of("epoch-000000", "epoch-000001", "epoch-000001-step-000000014"), names());
        write(checkpoints, 2, 0, true);
        assertEquals(List.of("epoch-000001", "epoch-000002"), names());
    }

    @Test
    void oneBetweenTwoThatAreDuePushesNoneOut() {
        Checkpoints checkpoints = new Checkpoints(folder, 5, 2);
        write(checkpoints, 0, 0, true);
        write(checkpoints, 5, 0, true);
        write(checkpoints, 7, 0, true);
        write(checkpoints, 10, 0, true);
        assertEquals(List.of("epoch-000005", "epoch-000010"), names());
        write(checkpoints, 12, 0, true);
        assertEquals(List.of("epoch-000010", "epoch-000012"), names());
    }

    @Test
    void theNewestThatTheDiskConfirmedStaysUntilAnotherIs() {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 1);
        write(checkpoints, 0, 0, true);
        write(checkpoints, 1, 0, false);
        write(checkpoints, 2, 0, false);
        assertEquals(List.of("epoch-000000", "epoch-000002"), names());
        write(checkpoints, 2, 0, true);
        assertEquals(List.of("epoch-000002"), names());
    }

    @Test
    void theNewestSoundOneIsFoundAndTheOthersAreTold() throws IOException {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 9);
        assertTrue(checkpoints.isEmpty());
        assertTrue(checkpoints.newest(said::add).isEmpty());
        write(checkpoints, 9, 0, true);
        write(checkpoints, 10, 0, true);
        write(checkpoints, 10, 3, true);
        Path newest = folder.resolve("epoch-000010-step-000000103");
        assertEquals(newest, checkpoints.newest(said::add).orElseThrow().folder());
        assertEquals(List.of(), said);
        Files.delete(newest.resolve("checkpoint.json"));
        Files.write(folder.resolve("epoch-000010/layer-01/b.npy"), new byte[3]);
        assertEquals(
                new Position(9, 90, 0, 0),
                checkpoints.newest(said::add).orElseThrow().content().position());
        assertEquals(2, said.size());
        assertTrue(said.get(0).startsWith(newest + "/checkpoint.json: "), said::toString);
        assertEquals(
                folder + "/epoch-000010/layer-01/b.npy: is damaged, its SHA-256 is not the one noted;"
                        + " going back to the checkpoint before it",
                said.get(1));
    }

    @Test
    void whatIsLaterOrUnfinishedIsCutAndWhatIsNotOursStays() throws IOException {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 9);
        write(checkpoints, 1, 0, true);
        write(checkpoints, 2, 0, true);
        write(checkpoints, 2, 5, true);
        Files.createDirectories(folder.resolve(".epoch-000003/layer-01"));
        Files.createDirectories(folder.resolve("mine"));
        checkpoints.cutAfter(new Position(2, 20, 0, 0));
        assertEquals(List.of("epoch-000001", "epoch-000002", "mine"), names());
    }

    @Test
    void aFileOutsideOfTheFolderIsNeverRead() throws IOException {
        Checkpoints checkpoints = new Checkpoints(folder, 1, 9);
        write(checkpoints, 1, 0, true);
        Path json = folder.resolve("epoch-000001/checkpoint.json");
        String text = Files.readString(json)
                .replace("layer-01/W.npy", "../../W.npy")
                .replaceAll(",\\s*\"digest\" : \"\\w+\"", "");
        assertFalse(text.contains("digest"));
        Files.writeString(json, text);
        assertTrue(checkpoints.newest(said::add).isEmpty());
        assertTrue(said.get(0).contains("names a file outside of its folder, ../../W.npy"), said::toString);
    }
}
