package org.somata.experiments.sweeps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.config.Setting;
import org.somata.config.SpaceConfig;

/** The chance in a random search: each value is a function of the sweep's seed, a number, and the key it is for. */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draw() {}

    /** The values of draw {@code number}; neither other draws nor other keys have a say in them. */
    static Map<String, Setting> values(long seed, long number, Map<String, SpaceConfig> space) {
        Map<String, Setting> values = new LinkedHashMap<>();
        space.forEach((key, each) -> values.put(key, each.draw(chance(seed, number, key))));
        return values;
    }

    /** From 0 to below 1. */
    static double chance(long seed, long number, String key) {
        long mixed = mix(mix(seed + GOLDEN) + number);
        // the text's hash is part of Java's own specification
        return (mix(mixed + key.hashCode() * GOLDEN) >>> 11) * 0x1p-53;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
