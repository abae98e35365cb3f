package org.somata.experiments.assembly;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.somata.model.Examples;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.network.Diagnostics;
import org.somata.model.numerics.InitialWeights;
import org.somata.model.numerics.Inventory;

/**
 * Memory that a run takes at its largest, counted before it takes any.
 *
 * @param natives bytes of ND4J's arrays, outside of the Java heap
 * @param heap bytes on the Java heap
 * @param largest numbers in the largest matrix
 */
record Demand(long natives, long heap, long largest) {
    /** What a Java array can have. */
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;
    /** Of classes, threads, tables and files, besides what is there when a run begins. */
    private static final long PROGRAM = 50_000_000;
    /** Java objects that last have two thirds of the heap with the serial collector. */
    private static final double HEAP_PER_LASTING = 1.5;
    /** JavaCPP lets a process grow to four times its heap. */
    private static final double PROCESS_PER_HEAP = 4;

    private static final String SMALLER = "make training.batch, the units or the number of network.layers smaller";

    /** The layers, those that diagnostics compare them with on the probe batch, and what threads compute in. */
    static Demand of(Assembly assembly, Examples probe, int threads) {
        NetworkSpec spec = assembly.spec();
        Inventory inventory = new Inventory(assembly.kernels());
        assembly.with(inventory.kernels()).network(Engine.loop());
        new Diagnostics(spec, inventory.kernels(), probe);
        // the thread that waits for the actors computes too, when it evaluates and looks
        long computing = threads + 1L;
        long tableOfChance = 2 * Integer.BYTES * inventory.largest();
        return new Demand(
                inventory.nativeBytes() + computing * inventory.nativeBytesOfThread(),
                inventory.heapBytes()
                        + computing * inventory.heapBytesOfThread()
                        + tableOfChance
                        + bytesToDraw(spec)
                        + PROGRAM,
                inventory.largest());
    }

    private static long bytesToDraw(NetworkSpec spec) {
        return Stream.concat(spec.forward().stream(), spec.feedback().stream().flatMap(Optional::stream))
                .mapToLong(Demand::bytesToDraw)
                .max()
                .orElse(0);
    }

    private static long bytesToDraw(MappingSpec mapping) {
        return InitialWeights.bytesToDraw(mapping.initialisation(), mapping.outputs(), mapping.inputs());
    }

    /** @throws RefusedException if there is not so much room */
    void requireRoom(Room room) {
        refusal(room).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    private Optional<String> refusal(Room room) {
        if (largest > MOST_NUMBERS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the network has a matrix of %,d numbers, and an array can have %,d; %s",
                    largest,
                    MOST_NUMBERS,
                    SMALLER));
        }
        long process = room.processUsed() + natives + heap;
        String needs = String.format(
                Locale.ROOT,
                "this run needs about %s of memory (%s for ND4J's arrays, %s for Java's objects), ",
                gigabytes(natives + heap),
                gigabytes(natives),
                gigabytes(heap));
        if (process > room.machine()) {
            return Optional.of(needs + taken("the machine's %s", room.machine(), room.processUsed()) + SMALLER);
        }
        double heapNeeded = Math.max(HEAP_PER_LASTING * (room.heapUsed() + heap), process / PROCESS_PER_HEAP);
        String more = String.format(
                Locale.ROOT,
                "give Java more (SOMATA_JAVA_OPTS=-Xmx%dm), or %s",
                (long) Math.ceil(heapNeeded / (1 << 20)),
                SMALLER);
        if (room.heapUsed() + heap > room.heap()) {
            return Optional.of(needs + taken("Java's %s for objects that last", room.heap(), room.heapUsed()) + more);
        }
        if (room.process() > 0 && process > room.process()) {
            return Optional.of(
                    needs + taken("the %s that Java's libraries may take", room.process(), room.processUsed()) + more);
        }
        return Optional.empty();
    }

    private static String taken(String whole, long bytes, long used) {
        return "but of " + String.format(Locale.ROOT, whole, gigabytes(bytes)) + " " + gigabytes(used) + " are taken; ";
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
