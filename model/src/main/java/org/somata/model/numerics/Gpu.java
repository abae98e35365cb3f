package org.somata.model.numerics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An NVIDIA device, and its compute capability: what machine code it runs. */
public record Gpu(String name, int major, int minor) {
    private static final Pattern DESCRIPTION = Pattern.compile("\\s*(.+?)\\s*,\\s*(\\d+)\\.(\\d+)\\s*");

    /**
     * What libnd4jcuda of nd4j-cuda-11.6 1.0.0-M2.1 has machine code for, as major × 10 + minor. It has no PTX, which a
     * driver could translate for others.
     */
    private static final List<Integer> BUILT_FOR = List.of(37, 50, 52, 60, 61, 70, 75, 80, 86);

    /** What is not in the list can run the code of its own major number and a smaller minor one, and no other. */
    public boolean supported() {
        return BUILT_FOR.stream().anyMatch(built -> built / 10 == major && built % 10 <= minor);
    }

    /** From nvidia-smi's line of name and compute capability, such as {@code NVIDIA A100-SXM4-40GB, 8.0}. */
    static Optional<Gpu> parse(String line) {
        Matcher found = DESCRIPTION.matcher(line);
        return found.matches()
                ? Optional.of(
                        new Gpu(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + " (compute capability " + major + "." + minor + ")";
    }
}
