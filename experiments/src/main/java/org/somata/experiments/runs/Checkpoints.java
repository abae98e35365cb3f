package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Network;

/** A run's checkpoints: the newest few stay. */
final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{6,})(?:-step-(\\d{9,}))?");

    private final Path folder;
    private final int keep;

    Checkpoints(Path folder, int keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** A checkpoint found to be sound. */
    record Found(Path folder, Checkpoint content) {}

    void write(Network network, Position position, Traffic traffic) {
        Durable.createFolder(folder);
        Path to = folder.resolve(position.folder());
        if (!Files.exists(to)) {
            Checkpoint.write(to, network, position, traffic);
        }
        prune(position);
    }

    /** The newest sound checkpoint; each damaged one above it is told to {@code warn}. */
    Optional<Found> newest(Consumer<String> warn) {
        for (Path candidate : checkpoints()) {
            try {
                return Optional.of(new Found(candidate, Checkpoint.read(candidate)));
            } catch (DataException damaged) {
                warn.accept(damaged.getMessage() + "; going back to the checkpoint before it");
            }
        }
        return Optional.empty();
    }

    /** Deletes what lies after a position, or was never finished. */
    void cutAfter(Position position) {
        for (Path entry : Durable.list(folder)) {
            boolean finished = NAME.matcher(entry.getFileName().toString()).matches();
            if (!finished || newer(entry, position)) {
                Durable.deleteFolder(entry);
            }
        }
    }

    private boolean newer(Path entry, Position position) {
        return BY_AGE.compare(entry, folder.resolve(position.folder())) < 0;
    }

    /** Keeps the newest of whole epochs; one taken within an epoch goes as soon as there is a later one. */
    private void prune(Position latest) {
        int kept = 0;
        for (Path checkpoint : checkpoints()) {
            boolean within = checkpoint.getFileName().toString().contains("-step-");
            boolean isLatest = checkpoint.getFileName().toString().equals(latest.folder());
            if (within && !isLatest || !within && kept >= keep) {
                // without this file the rest is no checkpoint, should the deletion be cut short
                Durable.deleteFile(checkpoint.resolve(Checkpoint.FILE));
                Durable.deleteFolder(checkpoint);
            } else if (!within) {
                kept++;
            }
        }
    }

    /** Newest first. */
    private List<Path> checkpoints() {
        return Durable.list(folder).stream()
                .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
                .sorted(BY_AGE)
                .toList();
    }

    private static final Comparator<Path> BY_AGE = Comparator.comparingLong(Checkpoints::epoch)
            .thenComparingLong(Checkpoints::step)
            .reversed();

    private static long epoch(Path checkpoint) {
        return number(checkpoint, 1);
    }

    /** A checkpoint within an epoch is newer than the one at the epoch's start. */
    private static long step(Path checkpoint) {
        return number(checkpoint, 2);
    }

    private static long number(Path checkpoint, int group) {
        Matcher name = NAME.matcher(checkpoint.getFileName().toString());
        return name.matches() && name.group(group) != null ? Long.parseLong(name.group(group)) : -1;
    }
}
