package org.somata.experiments.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void linuxTellsOfX86() {
        Processor processor = Processor.ofCpuinfo("""
                        processor\t: 0
                        vendor_id\t: AuthenticAMD
                        cpu family\t: 25
                        model\t\t: 17
                        model name\t: AMD EPYC
                        flags\t\t: fpu sse2 mmx avx2 fma avx512f mca rdrand

                        processor\t: 1
                        cpu family\t: 99
                        """);
        assertEquals(
                new Processor("AMD EPYC (cpu family 25, model 17)", List.of("avx2", "avx512f", "fma", "sse2")),
                processor);
    }

    @Test
    void linuxTellsOfArmInOtherWords() {
        Processor processor = Processor.ofCpuinfo("""
                        processor       : 0
                        Features        : fp asimd aes sve asimddp
                        CPU implementer : 0x41
                        CPU part        : 0xd40
                        """);
        assertEquals(List.of("asimd", "asimddp", "sve"), processor.vectors());
        assertEquals(
                "unknown " + System.getProperty("os.arch") + " (CPU implementer 0x41, CPU part 0xd40)",
                processor.model());
    }

    @Test
    void thisOneHasAName() {
        assertFalse(Processor.here().model().isBlank());
        assertEquals(Processor.here(), Processor.here());
    }
}
