package org.somata.experiments.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.data.DataException;
import org.somata.model.signals.MessageId;

/** A trace in its files. */
public final class RecordedTrace implements Trace {
    /** Where in a run's directory it is. */
    public static final String FOLDER = "trace";

    /** Messages that lack something are told of by name, these many. */
    private static final int TOLD = 3;

    private final TraceHeader header;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final long firstPresentation;
    private Optional<Gap> foundByReading = Optional.empty();

    private RecordedTrace(TraceFolder folder) {
        List<Part> parts = folder.parts(gaps);
        if (parts.isEmpty()) {
            throw new DataException(gaps.get(0).reason() + "; nothing of the trace can be read");
        }
        Part.Beginning latest = parts.get(parts.size() - 1).beginning();
        header = latest.trace();
        if (latest.discarded() > 0) {
            gaps.add(new Gap(
                    folder.folder().toString(),
                    "the oldest records were deleted to keep to --max-mb",
                    latest.discarded(),
                    true));
        }
        for (Part part : parts) {
            part.blocks().stream().filter(block -> !block.head().isMark()).forEach(blocks::add);
            gaps.addAll(part.gaps());
        }
        firstPresentation = latest.discarded() > 0 ? firstWhole(latest) : 1;
        NotKept.read(folder.folder()).ifPresent(gaps::add);
    }

    /**
     * The trace of a run, which may still go on.
     *
     * @param run its directory, or the folder of the trace in it
     * @throws NoTraceException if there is none
     * @throws DataException if nothing of it can be read
     */
    public static RecordedTrace of(Path run) {
        TraceFolder folder = new TraceFolder(run);
        if (folder.files().isEmpty()) {
            folder = new TraceFolder(run.resolve(FOLDER));
        }
        if (folder.files().isEmpty()) {
            throw new NoTraceException(
                    Files.isDirectory(run)
                            ? run + ": has no trace; run it with --trace metadata to have one, or give the directory of"
                                    + " a run that was"
                            : run + ": there is no such folder; give the directory of a run");
        }
        return new RecordedTrace(folder);
    }

    /** Whether a run has a trace. */
    public static boolean isIn(Path run) {
        return !new TraceFolder(run.resolve(FOLDER)).files().isEmpty();
    }

    /** Without a clock presentations go on beside one another; in lockstep an actor's first block has the end of one. */
    private long firstWhole(Part.Beginning latest) {
        if (header.clock() != TraceHeader.Clock.LOCKSTEP) {
            return latest.discardedTo() + 1;
        }
        Map<Integer, Long> first = new TreeMap<>();
        blocks.forEach(
                block -> first.putIfAbsent(block.head().place(), block.head().firstPresentation()));
        return 1 + first.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public long firstPresentation() {
        return firstPresentation;
    }

    @Override
    public TraceHeader header() {
        return header;
    }

    @Override
    public void read(Window window, Consumer<? super TraceRecord> reader) {
        Join join = new Join(each -> {
            if (window.contains(each)) {
                reader.accept(each);
            }
        });
        Reach all = reach(window);
        Reach reach = new Reach(Math.max(all.first, firstPresentation), all.last);
        new Merge(blocks.stream()
                        .filter(block -> block.head().hasPresentation(reach.first, reach.last))
                        .toList())
                .forEach(half -> !reach.has(half) || join.isReady(half), half -> {
                    if (reach.has(half)) {
                        join.accept(half);
                    }
                });
        List<Half.Arrival> halves = join.end();
        if (!halves.isEmpty() && window.equals(Window.ALL)) {
            foundByReading = Optional.of(new Gap(
                    "messages handled, such as " + some(halves),
                    "what is known of them lacks their sender's half: it was not kept, is damaged, or says that they"
                            + " were lost",
                    halves.size()));
        }
    }

    /** The first of them by name. */
    private static String some(List<Half.Arrival> halves) {
        return halves.stream()
                .sorted(Comparator.comparingLong(Half.Arrival::time))
                .limit(TOLD)
                .map(each -> each.id() + " by " + MessageId.name(each.at()))
                .collect(Collectors.joining(", "));
    }

    /** Presentations whose halves must be read: both halves of a message are of the same. */
    private record Reach(long first, long last) {
        boolean has(Half half) {
            return half.presentation() >= first && half.presentation() <= last;
        }
    }

    private Reach reach(Window window) {
        if (window.from() == 0 && window.to() == Long.MAX_VALUE) {
            return new Reach(0, Long.MAX_VALUE);
        }
        // what began just before the window's end may have been done after it
        List<BlockHead> touched = blocks.stream()
                .map(Block::head)
                .filter(head -> head.firstTime() <= window.to() && head.lastTime() >= window.from())
                .toList();
        return new Reach(
                touched.stream().mapToLong(BlockHead::firstPresentation).min().orElse(Long.MAX_VALUE),
                touched.stream().mapToLong(BlockHead::lastPresentation).max().orElse(0));
    }

    @Override
    public Optional<MessageRecord> message(MessageId id) {
        List<Half.Departure> departures = find(
                        head -> head.place() == id.sender() && head.hasSent(id.sequence()), Half.Departure.class)
                .filter(departure -> departure.id().equals(id))
                .toList();
        if (departures.isEmpty()) {
            return Optional.empty();
        }
        Half.Departure any = departures.get(0);
        List<MessageRecord> copies = new ArrayList<>();
        Join join = new Join(each -> copies.add((MessageRecord) each));
        departures.forEach(join::accept);
        find(
                        head -> head.place() == any.to()
                                && head.hasPresentation(any.presentation(), any.presentation()),
                        Half.Arrival.class)
                .filter(arrival -> arrival.id().equals(id))
                .limit(departures.size())
                .forEach(join::accept);
        join.end();
        return copies.stream().min(Comparator.comparing(MessageRecord::outcome, RecordedTrace::byUse));
    }

    /** What was acted on says more than what was dropped, and that more than what never came. */
    private static int byUse(Outcome one, Outcome other) {
        List<Outcome> order =
                List.of(Outcome.HANDLED, Outcome.EXPIRED, Outcome.DUPLICATE, Outcome.IN_FLIGHT, Outcome.LOST);
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    @Override
    public Optional<UpdateRecord> update(UpdateId id) {
        return find(
                        // V_i may live at the receiver, with the layer below
                        head -> head.place() == id.layer()
                                || id.mapping() == UpdateId.Mapping.FEEDBACK && head.place() == id.layer() - 1,
                        Half.Whole.class)
                .map(Half.Whole::update)
                .filter(update -> update.id().equals(id))
                .findFirst();
    }

    private <T extends Half> Stream<T> find(Predicate<BlockHead> where, Class<T> type) {
        return blocks.stream()
                .filter(block -> where.test(block.head()))
                .flatMap(block -> block.halves().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public List<Gap> gaps() {
        List<Gap> all = new ArrayList<>(gaps);
        foundByReading.ifPresent(all::add);
        return all;
    }
}
