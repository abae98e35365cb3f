package org.somata.model.numerics;

import java.util.Locale;

/** Where ND4J computes. */
public enum Device {
    CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend"),
    CUDA("org.nd4j.linalg.jcublas.JCublasBackend");

    private final String backend;

    Device(String backend) {
        this.backend = backend;
    }

    /** As on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this build has ND4J's code for it; looks, and loads nothing. */
    public boolean built() {
        return Device.class.getResource(backendResource()) != null;
    }

    /** The class file by which the jar of its backend is known, as an absolute name. */
    String backendResource() {
        return "/" + backend.replace('.', '/') + ".class";
    }
}
