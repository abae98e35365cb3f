package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures contenders in alternation: in each round one after the other, since a machine that is faster now than a
 * minute ago would otherwise decide the comparison.
 */
record Race(Pace pace) {
    private static final int WARM_UPS = 2;

    /** A contender's measurements, a round each: ms and bytes of the Java heap for one part of its work. */
    record Lane(double[] milliseconds, double[] bytes) {
        Spread ms() {
            return Spread.of(milliseconds);
        }

        /** This contender's time in that of the other, round by round. */
        Spread over(Lane other) {
            double[] ratios = new double[milliseconds.length];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = milliseconds[round] / other.milliseconds[round];
            }
            return Spread.of(ratios);
        }
    }

    /** Their measurements in the order of the contenders, which are closed in the end. */
    List<Lane> run(List<? extends Contender> contenders) {
        try {
            int[] times = warmUp(contenders);
            List<Lane> lanes = new ArrayList<>();
            contenders.forEach(each -> lanes.add(new Lane(new double[pace.rounds()], new double[pace.rounds()])));
            for (int round = 0; round < pace.rounds(); round++) {
                for (int i = 0; i < times.length; i++) {
                    long before = Allocation.bytes();
                    lanes.get(i).milliseconds[round] = seconds(contenders.get(i), times[i]) / times[i] * 1e3;
                    lanes.get(i).bytes[round] = (double) (Allocation.bytes() - before) / times[i];
                }
            }
            return lanes;
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** Twice for each, the second time with the code that all of them have made hot; returns the parts of a round. */
    private int[] warmUp(List<? extends Contender> contenders) {
        int[] times = new int[contenders.size()];
        for (int again = 0; again < WARM_UPS; again++) {
            for (int i = 0; i < times.length; i++) {
                times[i] = warmUp(contenders.get(i), Math.max(1, times[i]), pace.warmUpSeconds() / WARM_UPS);
            }
        }
        return times;
    }

    private int warmUp(Contender contender, int first, double atLeast) {
        int times = first;
        double warmed = 0;
        while (warmed < atLeast) {
            double spent = seconds(contender, times);
            warmed += spent;
            times = (int) Math.max(1, Math.min(2L * times, pace.roundSeconds() / (spent / times)));
        }
        return times;
    }

    private static double seconds(Contender contender, int times) {
        long begin = System.nanoTime();
        contender.work(times);
        return (System.nanoTime() - begin) / 1e9;
    }
}
