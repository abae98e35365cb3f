package org.somata.experiments.assembly;

import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.config.NumericsConfig;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Device;
import org.somata.model.numerics.DeviceException;

/**
 * Who drives the layers, actors on so many threads or the plain loop, and where ND4J computes. The numbers that come out
 * are the same whoever drives, on one device.
 *
 * @param threads that the actors share
 * @param trace how messages are recorded, if they are
 */
public record Engine(boolean actors, int threads, Device device, Optional<TraceSettings> trace) {
    /** An actor for each layer. */
    public static Engine actors(int threads) {
        return new Engine(true, threads, Device.CPU, Optional.empty());
    }

    /** The sequential oracle. */
    public static Engine loop() {
        return new Engine(false, 1, Device.CPU, Optional.empty());
    }

    public Engine on(Device other) {
        return new Engine(actors, threads, other, trace);
    }

    /** With the messages between the layers recorded. */
    public Engine tracing(TraceSettings settings) {
        return new Engine(actors, threads, device, Optional.of(settings));
    }

    /** {@code actors} or {@code loop}. */
    public String label() {
        return actors ? "actors" : "loop";
    }

    /**
     * Has ND4J compute where it should, before any of it is loaded.
     *
     * @throws RefusedException if the device cannot be had, or the configuration's kernels are not for it; or if messages
     *     should be recorded where none are sent
     */
    public void start(ExperimentConfig config) {
        if (trace.isPresent() && !actors) {
            throw new RefusedException(
                    "--trace: the plain loop sends no messages that could be recorded; leave --engine loop out");
        }
        try {
            Backend.requireUsable(device);
            requireKernelsForDevice(config.numerics().kernels());
            Backend.use(device);
        } catch (DeviceException e) {
            throw refused(e.getMessage() + "; without --backend it is computed on the CPU", e);
        }
    }

    private void requireKernelsForDevice(NumericsConfig.Kernels kernels) {
        if (device != Device.CPU && kernels != NumericsConfig.Kernels.ND4J) {
            throw refused("numerics.kernels: " + kernels + " are for the CPU alone; set it to nd4j", null);
        }
    }

    private RefusedException refused(String reason, Throwable cause) {
        return new RefusedException("--backend " + device.label() + ": " + reason, cause);
    }
}
