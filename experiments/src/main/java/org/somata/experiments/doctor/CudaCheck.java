package org.somata.experiments.doctor;

import java.util.List;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Device;
import org.somata.model.numerics.Gpus;

/** What could be computed on besides the CPU, which nobody needs. */
final class CudaCheck {
    private CudaCheck() {}

    static List<Finding> examine() {
        Gpus gpus = Gpus.here();
        return List.of(
                Finding.ok("build", "numerics.kernels: fused, nd4j; --backend: " + Backend.built()),
                gpus.usable()
                        ? Finding.ok("CUDA device", gpus.description())
                        : Finding.missing("CUDA device", "for --backend cuda alone; " + gpus.description()),
                Device.CUDA.built()
                        ? Finding.ok("CUDA libraries", "in this build")
                        : Finding.missing(
                                "CUDA libraries", "for --backend cuda alone; " + Backend.HOW_TO_BUILD_FOR_CUDA));
    }
}
