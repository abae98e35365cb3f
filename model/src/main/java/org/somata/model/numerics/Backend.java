package org.somata.model.numerics;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/** The kernels there are, and the native libraries behind them. */
public final class Backend {
    /** For those who have a device and no libraries. */
    public static final String HOW_TO_BUILD_FOR_CUDA =
            "build with them, on Linux or Windows, by SOMATA_MAVEN_OPTS=-Pcuda ./somata doctor (2.4 GB to fetch, three"
                    + " quarters of it under NVIDIA's licences)";

    private static Device device = Device.CPU;
    private static boolean loaded;

    /** Made once, and checked when it is. */
    private static Kernels fused;

    private Backend() {}

    /**
     * Looks whether ND4J can compute on a device; loads nothing.
     *
     * @throws DeviceException if the build has no libraries for it, or the machine no device that they can use
     */
    public static void requireUsable(Device wanted) {
        if (!wanted.built()) {
            throw new DeviceException("this build has no CUDA libraries; " + HOW_TO_BUILD_FOR_CUDA);
        }
        if (wanted == Device.CUDA) {
            Gpus gpus = Gpus.here();
            if (!gpus.usable()) {
                throw new DeviceException(gpus.description());
            }
        }
    }

    /**
     * Has ND4J compute on a device from now on; until this is called it is the CPU. It can only be chosen before the
     * first kernels are made.
     *
     * @throws DeviceException if its libraries cannot be loaded
     */
    public static synchronized void use(Device wanted) {
        if (wanted == device) {
            return;
        }
        if (loaded) {
            throw new IllegalStateException(
                    "ND4J computes on " + device.label() + " already, it cannot change to " + wanted.label());
        }
        device = wanted;
        try {
            for (String library : wanted.libraries()) {
                Class.forName(library);
            }
            load();
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            Throwable first = e;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            throw new DeviceException("ND4J's libraries for it could not be loaded: " + first, e);
        }
    }

    private static synchronized void load() {
        if (!loaded) {
            ND4JClassLoading.setNd4jClassloader(new OneBackend(device, Backend.class.getClassLoader()));
            // actors are the parallelism, more native threads would only wait for a core; ND4J sets its own number when
            // it is loaded, so it comes first
            Nd4j.getEnvironment().setMaxThreads(1);
            Nd4j.getEnvironment().setMaxMasterThreads(1);
            openblas.blas_set_num_threads(1);
            loaded = true;
        }
    }

    /**
     * Fused loops and direct BLAS, for the CPU.
     *
     * @throws IllegalStateException if a product comes out wrong on this processor
     */
    public static synchronized Kernels fused() {
        load();
        if (device != Device.CPU) {
            throw new IllegalStateException("fused kernels are for the CPU, and ND4J computes on " + device.label());
        }
        if (fused == null) {
            Kernels made = new FusedKernels();
            BlasCheck.pass(made);
            fused = made;
        }
        return fused;
    }

    /** ND4J operations only, in float32. */
    public static Kernels nd4j() {
        load();
        return new Nd4jKernels();
    }

    /** Plain Java in float64: for checking the others, and for what float32 does not resolve. */
    public static Kernels doublePrecision() {
        return new DoubleKernels();
    }

    /** What runs the numbers, in words, such as {@code CpuBackend 1.0.0-M2.1, oneDNN 2.5.2-1.5.7, OpenBLAS 0.3.19-1.5.7}. */
    public static String description() {
        load();
        return Nd4j.getBackend().getClass().getSimpleName() + " "
                + version("org.nd4j", "nd4j-api", "")
                + (OneDnn.isThere() ? ", oneDNN " + version("org.bytedeco", "dnnl", "unknown") : "")
                + ", OpenBLAS " + version("org.bytedeco", "openblas", "unknown");
    }

    /** The devices that this build has libraries for, such as {@code cpu, cuda}; whether they are there is another matter. */
    public static String built() {
        return Arrays.stream(Device.values())
                .filter(Device::built)
                .map(Device::label)
                .collect(Collectors.joining(", "));
    }

    /** Native threads that a product may use: 1. */
    public static int nativeThreads() {
        load();
        return openblas.blas_get_num_threads();
    }

    private static String version(String group, String artifact, String otherwise) {
        String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (var in = Backend.class.getResourceAsStream(path)) {
            if (in == null) {
                return otherwise;
            }
            var properties = new java.util.Properties();
            properties.load(in);
            return properties.getProperty("version", otherwise);
        } catch (java.io.IOException unreadable) {
            return otherwise;
        }
    }
}
