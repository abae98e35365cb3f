package org.somata.model.numerics;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The kernels there are, and the native libraries behind them. */
public final class Backend {
    static {
        // a layer actor is one thread of work: native threads beyond it would only wait for a core; ND4J sets its own
        // number when it is loaded, so it comes first
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        openblas.blas_set_num_threads(1);
    }

    /** Made once, and checked when it is. */
    private static Kernels fused;

    private Backend() {}

    /**
     * Fused loops and direct BLAS, for the CPU.
     *
     * @throws IllegalStateException if a product comes out wrong on this processor
     */
    public static synchronized Kernels fused() {
        if (fused == null) {
            Kernels made = new FusedKernels();
            BlasCheck.pass(made);
            fused = made;
        }
        return fused;
    }

    /** ND4J operations only, in float32. */
    public static Kernels nd4j() {
        return new Nd4jKernels(DataType.FLOAT);
    }

    /** ND4J operations only, in float64: slow, for checking the others. */
    public static Kernels doublePrecision() {
        return new Nd4jKernels(DataType.DOUBLE);
    }

    /** What runs the numbers, in words, such as {@code CpuBackend 1.0.0-M2.1, oneDNN 2.5.2-1.5.7, OpenBLAS 0.3.19-1.5.7}. */
    public static String description() {
        return Nd4j.getBackend().getClass().getSimpleName() + " "
                + version("org.nd4j", "nd4j-api", "")
                + (OneDnn.isThere() ? ", oneDNN " + version("org.bytedeco", "dnnl", "unknown") : "")
                + ", OpenBLAS " + version("org.bytedeco", "openblas", "unknown");
    }

    /** Native threads that a product may use: 1. */
    public static int nativeThreads() {
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
