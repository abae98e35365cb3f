package org.somata.experiments.runs;

import org.somata.experiments.data.Sha256;
import org.somata.experiments.machine.Processor;
import org.somata.experiments.machine.Program;
import org.somata.model.numerics.Backend;

/**
 * What decides the last bit of a result besides the configuration: runs with the same fingerprint can be compared byte
 * by byte, others only closely.
 *
 * @param program its version
 * @param java the virtual machine, its version and vendor
 * @param os system and architecture
 * @param cpu model and vector instructions
 * @param kernels the libraries that compute, and what was asked of them
 * @param hash SHA-256 of the five, in hexadecimal
 */
public record Fingerprint(String program, String java, String os, String cpu, String kernels, String hash) {
    /** Loads the native libraries, which takes about a second. */
    public static Fingerprint here() {
        Processor processor = Processor.here();
        return of(
                Program.version(),
                System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                        + System.getProperty("java.vm.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processor.model() + ": " + String.join(" ", processor.vectors()),
                Backend.description() + coreType());
    }

    static Fingerprint of(String program, String java, String os, String cpu, String kernels) {
        // lines, so that nothing can move from one part to the next unnoticed
        return new Fingerprint(
                program, java, os, cpu, kernels, Sha256.ofText(String.join("\n", program, java, os, cpu, kernels, "")));
    }

    /** By it OpenBLAS takes other kernels than those that it would choose. */
    private static String coreType() {
        String type = System.getenv("OPENBLAS_CORETYPE");
        return type == null || type.isBlank() ? "" : ", OPENBLAS_CORETYPE=" + type;
    }
}
