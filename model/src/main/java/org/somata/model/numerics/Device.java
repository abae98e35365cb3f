package org.somata.model.numerics;

import java.util.List;
import java.util.Locale;

/** Where ND4J computes. */
public enum Device {
    CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend", List.of()),
    CUDA(
            "org.nd4j.linalg.jcublas.JCublasBackend",
            List.of(
                    "org.bytedeco.cuda.global.cudart",
                    "org.bytedeco.cuda.global.cublas",
                    "org.bytedeco.cuda.global.cusolver"));

    private final String backend;
    private final List<String> libraries;

    Device(String backend, List<String> libraries) {
        this.backend = backend;
        this.libraries = libraries;
    }

    /** As on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this build has ND4J's code for it; looks, and loads nothing. */
    public boolean built() {
        return Device.class.getResource(backendResource()) != null;
    }

    /** Classes that load what the backend needs; where something is missing, they say what and ND4J does not. */
    List<String> libraries() {
        return libraries;
    }

    /** The class file by which the jar of its backend is known, as an absolute name. */
    String backendResource() {
        return "/" + backend.replace('.', '/') + ".class";
    }
}
