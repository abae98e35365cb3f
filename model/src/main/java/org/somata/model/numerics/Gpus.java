package org.somata.model.numerics;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The NVIDIA devices that programs here may see, as nvidia-smi tells of them: it comes with the driver, and asking it
 * loads no library into this program that might not be there or not bear the device.
 *
 * @param trouble why none were found; empty where some were
 */
public record Gpus(List<Gpu> all, String trouble) {
    private static final String PROGRAM = "nvidia-smi";
    private static final long LIMIT_SECONDS = 30;
    private static final String SUPPORTED = "ND4J's CUDA libraries have machine code for compute capabilities 3.7 to"
            + " 8.6, which 8.9 runs too, and none for Hopper (9.0) and newer";

    public Gpus {
        all = List.copyOf(all);
    }

    /** Asks; takes a moment. */
    public static Gpus here() {
        return ask(PROGRAM, System.getenv("CUDA_VISIBLE_DEVICES"));
    }

    /** @param visible the devices that programs may see, as CUDA takes them; null for all */
    static Gpus ask(String program, String visible) {
        if (visible != null && (visible.isBlank() || visible.trim().startsWith("-"))) {
            return new Gpus(List.of(), "the environment variable CUDA_VISIBLE_DEVICES hides all");
        }
        List<String> command =
                new ArrayList<>(List.of(program, "--query-gpu=name,compute_cap", "--format=csv,noheader"));
        if (visible != null) {
            command.addAll(List.of("-i", visible.trim()));
        }
        try {
            return ask(new ProcessBuilder(command));
        } catch (IOException e) {
            return new Gpus(List.of(), "there is no " + PROGRAM + ", which NVIDIA's driver brings along");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Gpus(List.of(), "interrupted while " + PROGRAM + " was asked");
        }
    }

    private static Gpus ask(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true)
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                .start();
        try {
            // what it says fits into a pipe, so it need not be read before the end
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return new Gpus(List.of(), PROGRAM + " does not answer");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return understand(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Gpus understand(int status, String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        String first = lines.isEmpty() ? "nothing" : lines.get(0);
        if (status != 0) {
            return new Gpus(List.of(), PROGRAM + " failed (" + status + ") and said: " + first);
        }
        List<Gpu> found =
                lines.stream().map(Gpu::parse).flatMap(Optional::stream).toList();
        return found.size() < lines.size() || found.isEmpty()
                ? new Gpus(List.of(), PROGRAM + " told no compute capability but: " + first)
                : new Gpus(found, "");
    }

    /** Whether ND4J can compute here: it sets up every device that it sees, so it must bear them all. */
    public boolean usable() {
        return !all.isEmpty() && all.stream().allMatch(Gpu::supported);
    }

    /** What was found, and what would do where that is not usable. */
    public String description() {
        if (all.isEmpty()) {
            return "no device was found (" + trouble + "); " + SUPPORTED;
        }
        String found = all.stream().map(Gpu::toString).collect(Collectors.joining(", "));
        if (usable()) {
            return found;
        }
        String choose =
                all.stream().anyMatch(Gpu::supported) ? "; let CUDA_VISIBLE_DEVICES name the supported ones alone" : "";
        return found + (all.size() == 1 ? " is" : " are") + " not supported: " + SUPPORTED + choose;
    }
}
