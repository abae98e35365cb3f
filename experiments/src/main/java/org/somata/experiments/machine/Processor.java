package org.somata.experiments.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processor: its model, and the vector instructions by which BLAS and the JIT choose their code.
 *
 * @param model in the system's words
 * @param vectors names of instruction sets, sorted; empty where the system does not tell
 */
public record Processor(String model, List<String> vectors) {
    private static final Pattern VECTOR = Pattern.compile("avx.*|sse.*|ssse3|f?ma|fma.*|f16c|amx.*|asimd.*|neon|sve.*");

    public Processor {
        vectors = List.copyOf(vectors);
    }

    public static Processor here() {
        try {
            Path linux = Path.of("/proc/cpuinfo");
            if (Files.isReadable(linux)) {
                return ofCpuinfo(Files.readString(linux, StandardCharsets.ISO_8859_1));
            }
            return new Processor(System.getProperty("os.name").startsWith("Mac") ? ofMac() : unknown(), List.of());
        } catch (IOException unreadable) {
            return new Processor(unknown(), List.of());
        }
    }

    /** Takes what Linux says of the first core. */
    static Processor ofCpuinfo(String text) {
        // virtual machines call very different processors by one name, so the numbers stand beside it
        String numbers = Stream.of("CPU implementer", "CPU part", "cpu family", "model")
                .flatMap(key -> field(text, key).map(value -> key + " " + value).stream())
                .reduce((a, b) -> a + ", " + b)
                .map(all -> " (" + all + ")")
                .orElse("");
        String flags = field(text, "flags").or(() -> field(text, "Features")).orElse("");
        List<String> vectors = Stream.of(flags.split("\\s+"))
                .filter(flag -> VECTOR.matcher(flag).matches())
                .sorted()
                .toList();
        return new Processor(field(text, "model name").orElseGet(Processor::unknown) + numbers, vectors);
    }

    private static Optional<String> field(String cpuinfo, String key) {
        return cpuinfo.lines()
                .map(line -> line.split("\\s*:\\s*", 2))
                .filter(line -> line.length == 2 && line[0].equals(key))
                .map(line -> line[1].trim())
                .findFirst();
    }

    private static String ofMac() throws IOException {
        Process sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
        try (var out = sysctl.getInputStream()) {
            String brand = new String(out.readNBytes(1000), StandardCharsets.UTF_8).trim();
            return sysctl.waitFor(5, TimeUnit.SECONDS) && !brand.isEmpty() ? brand : unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown();
        }
    }

    private static String unknown() {
        return "unknown " + System.getProperty("os.arch");
    }
}
