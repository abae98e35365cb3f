package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sources, with programs and servers of our own: no test leaves this machine. */
class OriginTest {
    @TempDir
    private Path temporary;

    private Path root;

    private void fetch(Origin origin) {
        root = temporary.resolve("cache");
        Means means = new Means(new Tools(temporary.resolve("bin") + ":/usr/bin:/bin"), new Downloads(), line -> {});
        new Fetcher(new DataCache(root), means).fetch(Samples.known(origin), Optional.empty());
    }

    private String failure(Origin origin) throws IOException {
        String message = assertThrows(DataException.class, () -> fetch(origin)).getMessage();
        assertEquals(List.of(), Samples.filesBelow(root), "left behind");
        return message;
    }

    private void program(String name, String script) throws IOException {
        Path file = temporary.resolve("bin").resolve(name);
        Samples.write(file, ("#!/bin/sh\n" + script).getBytes(StandardCharsets.UTF_8));
        assertTrue(file.toFile().setExecutable(true));
    }

    private byte[] packed(String prefix) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(prefix + "package.json", new byte[700]);
        Samples.files().forEach((name, bytes) -> entries.put(prefix + name, bytes));
        return Samples.tgz(entries);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void npmPacksAndOurOwnReaderUnpacks() throws IOException {
        Path archive = Samples.write(temporary.resolve("made.tgz"), packed("package/data/"));
        program("npm", "[ \"$1\" = pack ] && cp " + archive + " small-data-1.0.0.tgz");
        fetch(new NpmOrigin("small-data", "1.0.0"));
        assertEquals(5, Samples.filesBelow(root).size());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatNpmComplainsOfIsPassedOn() throws IOException {
        program("npm", "echo 'npm error code E404' >&2; echo 'npm error see /tmp/log' >&2; exit 1");
        assertTrue(failure(new NpmOrigin("small-data", "1.0.0")).contains("npm failed (1): npm error code E404"));
        program("npm", "exit 0");
        assertTrue(failure(new NpmOrigin("small-data", "1.0.0")).contains("npm pack left no small-data-1.0.0.tgz"));
        program("npm", "head -c 100 " + Samples.write(temporary.resolve("a"), packed("")) + " > small-data-1.0.0.tgz");
        assertTrue(failure(new NpmOrigin("small-data", "1.0.0")).contains("the archive is damaged or ends too early"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void debianPackagesAreDownloadedAndUnpackedWithoutRights() throws IOException {
        Samples.write(temporary.resolve("made"), Samples.files());
        program("apt-get", "[ \"$1\" = download ] && touch small-data_1.0_all.deb");
        program("dpkg-deb", "mkdir -p $3/usr/share && cp -r " + temporary.resolve("made") + " $3/usr/share/no-such");
        fetch(new DebianOrigin("small-data", "usr/share/no-such"));
        assertEquals(5, Samples.filesBelow(root).size());
    }

    @Test
    void mirrorsServeFilesOrAnArchive() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Samples.files().forEach((name, bytes) -> serve(server, "/good/" + name + ".gz", Samples.gzip(bytes)));
        Samples.files().forEach((name, bytes) -> serve(server, "/page/" + name + ".gz", "<html>".getBytes()));
        Samples.files().forEach((name, bytes) -> serve(server, "/long/" + name + ".gz", new byte[1 << 20]));
        serve(server, "/all/small.tar.gz", packed("small/"));
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertTrue(failure(new MirrorOrigin(base.resolve("/none/"))).contains("ubyte.gz: HTTP status 404"));
            assertTrue(failure(new MirrorOrigin(base.resolve("/page/"))).contains("has 6 of 52 bytes"));
            assertTrue(failure(new MirrorOrigin(base.resolve("/long/"))).contains("longer than it can be"));
            fetch(new MirrorOrigin(base.resolve("/good/")));
            assertEquals(5, Samples.filesBelow(root).size());
            Folders.delete(root);
            fetch(new ArchiveMirrorOrigin(base.resolve("/all/small.tar.gz")));
            assertEquals(5, Samples.filesBelow(root).size());
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, byte[] bytes) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            } catch (IOException e) {
                // the client has heard enough
                return;
            }
        });
    }

    @Test
    void aHostThatDoesNotAnswerIsAskedOnce() throws IOException {
        Downloads downloads = new Downloads();
        // a port that nothing listens on
        URI address = URI.create("http://127.0.0.1:1/file");
        Path file = temporary.resolve("file");
        String first = assertThrows(DataException.class, () -> downloads.fetch(address, file, 9))
                .getMessage();
        assertEquals("no connection to 127.0.0.1", first);
        String second = assertThrows(DataException.class, () -> downloads.fetch(address, file, 9))
                .getMessage();
        assertEquals("127.0.0.1 did not answer before", second);
    }

    @Test
    void noPathInAnArchiveLeadsOutOfTheFolder() throws IOException {
        Path into = Files.createDirectories(temporary.resolve("deep/into"));
        Path archive = Samples.write(
                temporary.resolve("evil.tgz"),
                Samples.tgz(Map.of("../../wanted", new byte[] {1}, "/etc/other", new byte[] {2}, "..", new byte[1])));
        TarGz.unpack(archive, Set.of("wanted"), into);
        assertEquals(List.of("wanted"), Samples.filesBelow(into));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(into.resolve("wanted")));
    }

    @Test
    void aFolderMayHoldAnArchive() throws IOException {
        Samples.write(temporary.resolve("from/small-data-1.0.0.tgz"), packed("package/"));
        root = temporary.resolve("cache");
        Means means = new Means(new Tools(""), new Downloads(), line -> {});
        new Fetcher(new DataCache(root), means)
                .fetch(Samples.known(new NpmOrigin("small-data", "1.0.0")), Optional.of(temporary.resolve("from")));
        assertEquals(5, Samples.filesBelow(root).size());
    }
}
