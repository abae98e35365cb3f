package org.somata.experiments.sweeps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.config.SweepConfig;
import org.somata.experiments.runs.Result;

/** The work on a sweep: starts its points as there is room, and takes down what they come to. */
final class Sweep {
    private final SweepDirectory directory;
    private final SweepConfig config;
    private final Plan plan;
    private final Workers workers;
    private final boolean failFast;
    private final SweepWatch watch;
    private final SweepTable table;
    private final Deque<Point> waiting = new ArrayDeque<>();
    /** Of the finished points, by their numbers. */
    private final Map<Integer, Row> rows = new TreeMap<>();

    private Optional<String> failure = Optional.empty();

    Sweep(
            SweepDirectory directory,
            SweepConfig config,
            Plan plan,
            Workers workers,
            boolean failFast,
            SweepWatch watch) {
        this.directory = directory;
        this.config = config;
        this.plan = plan;
        this.workers = workers;
        this.failFast = failFast;
        this.watch = watch;
        this.table = directory.table(config);
    }

    /** Finds out which points are to be worked on; a failed one is tried again, as any run is that failed. */
    void lookThrough() {
        for (Point point : plan.points()) {
            Row row = directory.row(point, config);
            if (row.ended()) {
                rows.put(point.number(), row);
                workers.forget(point);
            } else {
                waiting.add(point);
            }
        }
        table.write(rows.values());
    }

    Deque<Point> waiting() {
        return waiting;
    }

    Sweeps.Outcome toTheEnd() {
        watch.began(
                plan.points().size(),
                rows.size(),
                plan.points().stream().mapToLong(Sweep::epochs).sum());
        while (true) {
            if (stopping()) {
                workers.stop();
            }
            while (!stopping() && workers.free() && !waiting.isEmpty()) {
                workers.start(waiting.remove());
            }
            if (workers.points().isEmpty()) {
                SweepPicture.write(directory.folder(), config, rows.values(), watch::note);
                return outcome();
            }
            workers.ended().forEach(this::ended);
            watch.progress(workers.points().size(), this::epochsDone);
        }
    }

    private boolean stopping() {
        return failure.isPresent() || watch.stopRequested();
    }

    private void ended(Point point, Child child) {
        Row row;
        String reason;
        try {
            row = directory.row(point, config);
            reason = row.completed() ? "" : child.reason();
        } catch (RuntimeException damaged) {
            row = Row.of(point, List.of(), config.objective()).failed();
            reason = damaged.getMessage();
        }
        boolean stopped = stopping() && !row.ended() && !row.status().equals(Result.FAILED);
        if (!stopped) {
            finish(point, row.ended() ? row : row.failed(), reason);
        }
        if (stopped || row.ended()) {
            workers.forget(point);
        }
    }

    private void finish(Point point, Row row, String reason) {
        rows.put(point.number(), row);
        table.write(rows.values());
        watch.finished(point.label(), recorded(row), reason, rows.size(), best());
        if (failFast && !row.completed()) {
            failure = failure.or(() -> Optional.of(point.label() + " " + row.status() + ": " + reason));
        }
    }

    private RecordedPoint recorded(Row row) {
        return RecordedPoint.of(row, SweepDirectory.point(directory.folder(), row.id()));
    }

    private Optional<RecordedPoint> best() {
        return Row.best(rows.values()).map(this::recorded);
    }

    private Sweeps.Outcome outcome() {
        int all = plan.points().size();
        String progress = rows.size() + " of " + all + " points are finished";
        if (failure.isPresent()) {
            return new Sweeps.Outcome(
                    Sweeps.Status.FAILED, failure.get() + "; " + progress, directory.folder(), best());
        } else if (rows.size() < all) {
            return new Sweeps.Outcome(
                    Sweeps.Status.INTERRUPTED, "stopped on request, " + progress, directory.folder(), best());
        } else if (rows.values().stream().noneMatch(Row::completed)) {
            return new Sweeps.Outcome(
                    Sweeps.Status.FAILED,
                    "not one of its " + all + " points was completed",
                    directory.folder(),
                    best());
        }
        return new Sweeps.Outcome(Sweeps.Status.COMPLETED, "", directory.folder(), best());
    }

    private static long epochs(Point point) {
        return (long) point.config().training().epochs() * point.config().trials();
    }

    private long epochsDone() {
        long finished = plan.points().stream()
                .filter(point -> rows.containsKey(point.number()))
                .mapToLong(Sweep::epochs)
                .sum();
        long underWay = workers.points().stream()
                .mapToLong(point -> new PointFolder(directory.point(point)).epochsDone())
                .sum();
        return finished + underWay;
    }
}
