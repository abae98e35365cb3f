package org.somata.experiments.sweeps;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.somata.config.ConfigWriter;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.FolderLock;
import org.somata.experiments.runs.RunException;

/** The processes that are at work on points. */
final class Workers implements AutoCloseable {
    private static final long GLANCE_MILLIS = 100;
    private static final long ORPHAN_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final SweepDirectory directory;
    private final SweepOptions options;
    private final String main;
    private final Map<Point, Child> working = new LinkedHashMap<>();
    private boolean stopping;

    /** @param main the class whose commands {@code run} and {@code resume} they execute */
    Workers(SweepDirectory directory, SweepOptions options, String main) {
        this.directory = directory;
        this.options = options;
        this.main = main;
    }

    boolean free() {
        return working.size() < options.jobs();
    }

    Collection<Point> points() {
        return working.keySet();
    }

    /** Begins a point, or goes on with one. */
    void start(Point point) {
        Path folder = directory.point(point);
        Durable.createFolder(folder.getParent());
        Durable.createFolder(said(point).getParent());
        List<String> arguments = new ArrayList<>();
        if (new PointFolder(folder).begun()) {
            awaitOrphan(folder);
            arguments.addAll(List.of("resume", folder.toString()));
        } else {
            Durable.replace(given(point), ConfigWriter.yaml(point.config()).getBytes(StandardCharsets.UTF_8));
            arguments.addAll(List.of("run", given(point).toString(), "--out", folder.toString()));
        }
        arguments.addAll(options.arguments());
        working.put(point, Child.start(main, arguments, said(point)));
    }

    /** Of a sweep that was killed a moment ago, a process may still be on its way out. */
    private static void awaitOrphan(Path folder) {
        long began = System.nanoTime();
        while (true) {
            try {
                FolderLock.take(folder, "point of the sweep").close();
                return;
            } catch (RunException taken) {
                if (System.nanoTime() - began > ORPHAN_NANOS) {
                    throw taken;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while waiting for a process to end");
        }
    }

    /** Waits until one has ended, or for as long as nobody minds; returns those that have, each once. */
    Map<Point, Child> ended() {
        CompletableFuture<?>[] ends = working.values().stream().map(Child::end).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(ends).get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException allAtWork) {
            return Map.of();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while points were at work");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a process cannot fail to end", impossible);
        }
        Map<Point, Child> ended = new LinkedHashMap<>(working);
        ended.values().removeIf(Child::alive);
        working.keySet().removeAll(ended.keySet());
        return ended;
    }

    /** Has all write a checkpoint and end. */
    void stop() {
        if (!stopping) {
            stopping = true;
            working.values().forEach(Child::stop);
        }
    }

    /** Nothing of the point is needed here any more. */
    void forget(Point point) {
        Durable.deleteFile(given(point));
        Durable.deleteFile(said(point));
        Path aside = said(point).getParent();
        if (working.isEmpty() && Files.isDirectory(aside) && Durable.list(aside).isEmpty()) {
            Durable.deleteFile(aside);
        }
    }

    private Path given(Point point) {
        return directory.aside(point.id() + ".yaml");
    }

    private Path said(Point point) {
        return directory.aside(point.id() + ".log");
    }

    /** Whoever is left has no one to work for. */
    @Override
    public void close() {
        working.values().forEach(Child::kill);
    }
}
