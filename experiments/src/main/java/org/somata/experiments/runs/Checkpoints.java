package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Network;

/**
 * A run's checkpoints: the newest few stay, and that of the lowest validation error.
 *
 * <p>The disk need not confirm each: for the eight layers of the quickstart one takes 0.4 s with that and 0.03 s without
 * (2 cores, while others worked). So it confirms those at the beginning, the end and an interruption, and at most one
 * every 30 s in between. The others are safe from a process that is killed; where a power cut tears one, its SHA-256
 * tell, and the one before is taken, for which the newest confirmed one stays.
 */
final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{6,})(?:-step-(\\d{9,}))?");

    private static final Pattern UNFINISHED = Pattern.compile("\\." + NAME.pattern());
    private static final long CONFIRM_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder;
    private final int every;
    private final int keep;
    private final boolean exact;
    private Path confirmed;
    private Path confirmedSelected;
    private long confirmedAt = System.nanoTime();

    /** Of a network in which nothing is under way at rest. */
    Checkpoints(Path folder, int every, int keep) {
        this(folder, every, keep, false);
    }

    /**
     * @param every epochs from one checkpoint to the next
     * @param keep how many of the newest stay
     * @param exact whether what is under way in the network belongs to them
     */
    Checkpoints(Path folder, int every, int keep, boolean exact) {
        this.folder = folder;
        this.every = every;
        this.keep = keep;
        this.exact = exact;
    }

    /** A checkpoint found to be sound. */
    record Found(Path folder, Checkpoint content) {
        /** An array of a layer, where it has one of that name. */
        Optional<RecordedArray> array(int layer, String name) {
            String path = Checkpoint.path(layer, name);
            if (!content.files().containsKey(path)) {
                return Optional.empty();
            }
            Npy.Content array = Npy.read(folder.resolve(path));
            return Optional.of(new RecordedArray(content.position().epoch(), array.shape(), array.values()));
        }
    }

    /** Whether the time has come to have the disk confirm one. */
    boolean confirmationDue() {
        return System.nanoTime() - confirmedAt >= CONFIRM_EVERY_NANOS;
    }

    /**
     * @param confirm whether the disk has to confirm this one
     * @param selectedEpoch the epoch of lowest validation error so far
     */
    void write(Network network, Position position, Traffic traffic, boolean confirm, OptionalInt selectedEpoch) {
        Durable.createFolder(folder);
        Path to = folder.resolve(position.folder());
        if (!Files.exists(to)) {
            Checkpoint.write(to, network, position, traffic, exact, confirm);
            confirmed = confirm ? to : confirmed;
        } else if (confirm) {
            confirm(to);
        }
        confirmedAt = confirm ? System.nanoTime() : confirmedAt;
        Path selected = selectedEpoch.isPresent() ? folder.resolve(Position.folder(selectedEpoch.getAsInt())) : to;
        if (confirm) {
            confirmSelected(selected);
        }
        prune(to, selected);
    }

    /** It may be older than the one that was just confirmed. */
    private void confirmSelected(Path selected) {
        if (!selected.equals(confirmed) && !selected.equals(confirmedSelected) && Files.exists(selected)) {
            Durable.confirm(selected);
            Durable.confirmOne(folder);
        }
        confirmedSelected = selected;
    }

    /** Has the disk confirm a checkpoint that is there. */
    void confirm(Path checkpoint) {
        Durable.confirm(checkpoint);
        Durable.confirmOne(folder);
        confirmed = checkpoint;
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

    /** Whether there is any, sound or not. */
    boolean isEmpty() {
        return checkpoints().isEmpty();
    }

    /** Deletes what lies after a position, or was never finished. */
    void cutAfter(Position position) {
        for (Path entry : Durable.list(folder)) {
            String name = entry.getFileName().toString();
            if (UNFINISHED.matcher(name).matches() || NAME.matcher(name).matches() && newer(entry, position)) {
                delete(entry);
            }
        }
    }

    private boolean newer(Path entry, Position position) {
        return BY_AGE.compare(entry, folder.resolve(position.folder())) < 0;
    }

    /**
     * Keeps the newest few, and the selected one. Those within an epoch are counted apart, and go as soon as it is done;
     * one that an interruption left between two that are due goes as soon as there is a later one. So what is there in
     * the end does not depend on interruptions.
     */
    private void prune(Path latest, Path selected) {
        int kept = 0;
        int keptWithin = 0;
        boolean isWithin = step(latest) >= 0;
        for (Path checkpoint : checkpoints()) {
            boolean within = step(checkpoint) >= 0;
            boolean due = within
                    ? isWithin && keptWithin < keep && epoch(checkpoint) == epoch(latest)
                    : epoch(checkpoint) % every == 0 && kept < keep;
            if (due || checkpoint.equals(latest)) {
                kept += within ? 0 : 1;
                keptWithin += within ? 1 : 0;
            } else if (!checkpoint.equals(confirmed) && !checkpoint.equals(selected)) {
                delete(checkpoint);
            }
        }
    }

    private static void delete(Path checkpoint) {
        // without this file the rest is no checkpoint, should the deletion be cut short
        Durable.deleteFile(checkpoint.resolve(Checkpoint.FILE));
        Durable.deleteFolder(checkpoint);
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
