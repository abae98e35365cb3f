package org.somata.model.numerics;

/** The normal distribution in double precision, slowly. */
final class Normal {
    private Normal() {}

    static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …), whose terms all have one sign. */
    static double cumulative(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + density(z) * sum;
    }

    /** Φ⁻¹(p) by Newton's method from {@code near} it. */
    static double quantile(double p, double near) {
        double z = near;
        for (int i = 0; i < 3; i++) {
            z -= (cumulative(z) - p) / density(z);
        }
        return z;
    }
}
