package org.somata.experiments.doctor;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.data.DatasetStatus;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.machine.Processor;
import org.somata.experiments.machine.SearchPath;

/** Examines what is around the program. */
public final class Doctor {
    private static final int NEEDED_JAVA = 17;

    private Doctor() {}

    /** One after the other as they are asked for, since some take a second. */
    public static Stream<Finding> examine() {
        return Stream.<Supplier<List<Finding>>>of(
                        Doctor::java,
                        Doctor::system,
                        Doctor::programs,
                        KernelCheck::examine,
                        CudaCheck::examine,
                        Doctor::data)
                .flatMap(check -> check.get().stream());
    }

    private static List<Finding> java() {
        String found =
                Runtime.version() + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home");
        boolean recent = Runtime.version().feature() >= NEEDED_JAVA;
        return List.of(Finding.required("Java", recent, recent ? found : found + "; get a JDK 17 or later"));
    }

    private static List<Finding> system() {
        Processor processor = Processor.here();
        int cores = Runtime.getRuntime().availableProcessors();
        String vectors = processor.vectors().isEmpty() ? "not told" : String.join(" ", processor.vectors());
        return List.of(
                Finding.ok(
                        "system",
                        Stream.of("os.name", "os.version", "os.arch")
                                .map(System::getProperty)
                                .collect(Collectors.joining(" "))),
                Finding.ok("processor", processor.model() + ", " + cores + (cores == 1 ? " core" : " cores")),
                Finding.ok("vectors", vectors),
                Finding.ok("memory", memory()),
                Finding.ok("terminal", System.console() == null ? "no: no progress is drawn" : "yes"));
    }

    private static String memory() {
        String heap = gigabytes(Runtime.getRuntime().maxMemory()) + " for Java objects";
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? gigabytes(system.getTotalMemorySize()) + ", at most " + heap
                : heap;
    }

    private static List<Finding> programs() {
        return List.of(
                program("Maven", "mvn", "install Maven 3.8 or later; it is needed to build, not to run"),
                program("git", "git", "install git; without it a run's manifest cannot name the commit"));
    }

    private static Finding program(String subject, String name, String howToGetIt) {
        return SearchPath.ofUser()
                .find(name)
                .map(file -> Finding.ok(subject, file.toString()))
                .orElseGet(() -> Finding.missing(subject, howToGetIt));
    }

    private static List<Finding> data() {
        Datasets datasets = Datasets.ofUser();
        File cache = datasets.cache().toFile();
        String state = cache.exists() ? cache.canWrite() ? "" : " (not writable)" : " (made when it is needed)";
        return Stream.concat(
                        Stream.of(Finding.ok("data cache", cache + state)),
                        datasets.names().stream().map(datasets::inspect).map(Doctor::dataset))
                .toList();
    }

    private static Finding dataset(DatasetStatus status) {
        String get = "somata data fetch " + status.name();
        return switch (status.state()) {
            case COMPLETE -> Finding.ok(status.name(), status.place());
            case MISSING -> Finding.missing(status.name(), "get it: " + get + " (a run does so by itself)");
            case DAMAGED -> Finding.missing(status.name(), "damaged; mend it: " + get);
        };
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
