package org.somata.experiments.assembly;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.somata.model.numerics.NativeMemory;

/**
 * Bytes of memory that there are and that are taken already.
 *
 * @param heap for Java's objects that last, which is less than -Xmx with most collectors
 * @param process for the whole process, as far as ND4J's libraries let it grow; 0 if they do not care
 * @param machine of the machine or container
 */
record Room(long heap, long heapUsed, long process, long processUsed, long machine) {
    /** What the virtual machine and ND4J's libraries take to be there at all. */
    private static final long PROGRAM = 250_000_000;

    static Room here() {
        // what nobody holds any more would count
        System.gc();
        Runtime java = Runtime.getRuntime();
        long heapUsed = java.totalMemory() - java.freeMemory();
        // not what the system says: the arrays of a run before, given up just now, would still be in it
        return new Room(lasting(), heapUsed, NativeMemory.limit(), heapUsed + PROGRAM, NativeMemory.ofMachine());
    }

    /** The largest part of the heap, since large arrays that stay go nowhere else. */
    private static long lasting() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getMax())
                .max()
                .orElse(Runtime.getRuntime().maxMemory());
    }
}
