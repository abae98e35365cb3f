package org.somata.experiments.assembly;

import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.config.NumericsConfig;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.network.Timetable;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Device;
import org.somata.model.numerics.DeviceException;

/**
 * Who drives the layers, actors on so many threads or the plain loop, and where ND4J computes. The numbers that come out
 * are the same whoever drives, on one device.
 *
 * @param threads that the actors share
 * @param trace how messages are recorded, if they are
 * @param repeated the timetable of a run that is repeated, if one is
 */
public record Engine(
        boolean actors, int threads, Device device, Optional<TraceSettings> trace, Optional<Timetable> repeated) {
    /** An actor for each layer. */
    public static Engine actors(int threads) {
        return new Engine(true, threads, Device.CPU, Optional.empty(), Optional.empty());
    }

    /** The sequential oracle. */
    public static Engine loop() {
        return new Engine(false, 1, Device.CPU, Optional.empty(), Optional.empty());
    }

    public Engine on(Device other) {
        return new Engine(actors, threads, other, trace, repeated);
    }

    /** With the messages between the layers recorded. */
    public Engine tracing(TraceSettings settings) {
        return new Engine(actors, threads, device, Optional.of(settings), repeated);
    }

    /** Following what a run did. */
    public Engine repeating(Timetable recorded) {
        return new Engine(actors, threads, device, trace, Optional.of(recorded));
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
        if (!actors
                && config.schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS
                && config.schedule().clock() == ScheduleConfig.Clock.WALL) {
            throw new RefusedException(
                    "schedule.clock: wall is the clock of actors that run at once; leave --engine loop out, or give virtual");
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
