package org.somata.experiments.cli;

import java.util.List;
import org.somata.experiments.assembly.Engine;
import org.somata.model.numerics.Device;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where and how the numbers are computed; on one backend none of it changes what comes out. */
final class EngineOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that the layer actors share; all cores unless told.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            paramLabel = "actors|loop",
            description =
                    "Who drives the layers: an actor each, or the plain loop that the actors are checked against.")
    private String engine = "actors";

    @Option(
            names = "--backend",
            paramLabel = "cpu|cuda",
            description = "Where ND4J computes; cpu unless told, cuda with numerics.kernels: nd4j alone.")
    private String backend = "cpu";

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    Engine engine() {
        if (threads < 1) {
            throw wrong("--threads must be at least 1, not " + threads);
        }
        requireOneOf("--backend", backend, List.of("cpu", "cuda"));
        requireOneOf("--engine", engine, List.of("actors", "loop"));
        Engine made = engine.equals("loop") ? Engine.loop() : Engine.actors(threads);
        return backend.equals("cuda") ? made.on(Device.CUDA) : made;
    }

    boolean quiet() {
        return quiet;
    }

    private void requireOneOf(String option, String value, List<String> known) {
        if (!known.contains(value)) {
            throw wrong(option + " must be one of " + String.join(", ", known) + ", not " + value);
        }
    }

    private ParameterException wrong(String message) {
        CommandLine command = spec.commandLine();
        return new ParameterException(command, message);
    }
}
