package org.somata.model.numerics;

import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** How large this process may become, ND4J's arrays and Java's objects together. */
public final class NativeMemory {
    private NativeMemory() {}

    /** Bytes that JavaCPP lets it grow to before it refuses ND4J any further: a multiple of Java's own limit; 0 if any. */
    public static long limit() {
        return Pointer.maxPhysicalBytes();
    }

    /** Bytes of memory that the machine has, or the container that it runs in. */
    public static long ofMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Pointer.totalPhysicalBytes();
    }
}
