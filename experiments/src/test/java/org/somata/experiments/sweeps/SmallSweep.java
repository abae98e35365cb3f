package org.somata.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.somata.experiments.Small;

/** A sweep over the small experiment. */
public final class SmallSweep {
    public static final String SPACE = """
            space:
              learning.target-step: {kind: range, from: 0.05, to: 1}
              learning.forward.rate: {kind: log-uniform, from: 1e-3, to: 5e-2}
              learning.feedback.rate: {kind: log-uniform, from: 1e-3, to: 5e-2}
              learning.noise: {kind: range, from: 0.05, to: 0.5}
            """;

    private SmallSweep() {}

    /** @param rest of the file after its name and base */
    public static Path write(Path folder, String rest) throws IOException {
        Small.write(folder);
        return Files.writeString(folder.resolve("sweep.yaml"), "name: small-sweep\nbase: small.yaml\n" + rest);
    }
}
