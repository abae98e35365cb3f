package org.somata.experiments.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Files from the web. A host that did not answer once is not asked again. */
final class Downloads {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final long STALLED_SECONDS = 30;

    private final Set<String> silent = new HashSet<>();
    private HttpClient client;

    /**
     * @param limit the most bytes to take
     * @throws DataException where the file could not be had, whole
     * @throws IOException where {@code into} cannot be written
     */
    void fetch(URI address, Path into, long limit) throws IOException {
        if (silent.contains(address.getHost())) {
            throw new DataException(address.getHost() + " did not answer before");
        }
        HttpResponse<InputStream> response = ask(address);
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new DataException(fileName(address) + ": HTTP status " + response.statusCode());
            }
            copy(body, address, into, limit);
        }
    }

    private HttpResponse<InputStream> ask(URI address) {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
        }
        try {
            return client.send(
                    HttpRequest.newBuilder(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            silent.add(address.getHost());
            throw new DataException("no connection to " + address.getHost(), e);
        } catch (IOException e) {
            silent.add(address.getHost());
            throw new DataException("no answer from " + address.getHost() + " (" + Reason.of(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("interrupted", e);
        }
    }

    private static void copy(InputStream body, URI address, Path into, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(into)) {
            int read;
            while ((read = next(body, buffer, address, copied)) > 0) {
                copied += read;
                if (copied > limit) {
                    throw new DataException(fileName(address) + " is longer than it can be (" + limit + " bytes)");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** The client has no time limit on a body, so a stalled one is closed from outside, which makes reading fail. */
    private static int next(InputStream body, byte[] buffer, URI address, long copied) {
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(STALLED_SECONDS, TimeUnit.SECONDS));
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new DataException(
                    fileName(address) + ": the connection broke after " + copied + " bytes (" + Reason.of(e) + ")", e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // the reader will notice
            return;
        }
    }

    private static String fileName(URI address) {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }
}
