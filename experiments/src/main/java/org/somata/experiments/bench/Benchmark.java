package org.somata.experiments.bench;

import java.util.Locale;
import java.util.function.BiConsumer;

/** The benchmarks, by name. */
public enum Benchmark {
    STEP(
            "A step of section 3.1's network, 784-7×240-10, minibatches of 100, on all threads; and the product of"
                    + " 100×240 by 240×240 on one.",
            Steps::paper),
    PEAK(
            "The fastest matrix product of this machine, on one thread and on all at once, and the share of it that the"
                    + " products of a step reach, everything else in the step's time included.",
            Peak::measure),
    ENGINES(
            "What the actors cost and what their threads gain: a step of difference target propagation by the loop and by"
                    + " actors, section 3.1's network. Ratios are medians over rounds.",
            Drivers::engines),
    ORDERS(
            "V learning on the activation, or when the target has been passed on; section 3.1's network.",
            Drivers::orders),
    SIZES("The paper's networks, minibatches of 100, by both rules, on all threads.", Steps::sizes),
    DEPTH("Difference target propagation in ever more layers of 32 units.", Scaling::depth),
    WIDTH("Difference target propagation in seven layers, ever wider.", Scaling::width),
    BATCH("Difference target propagation in section 3.1's network with ever larger minibatches.", Scaling::batch),
    MESSAGES(
            "Messages between layers where they have next to nothing to compute: seven layers of 8 units, one example.",
            Overheads::messages),
    CLOCKS(
            "A step of section 3.1's network in lockstep and without a clock, by the wall's and in virtual time, eight"
                    + " presentations alive; ratios of speed are medians over rounds.",
            Clocks::clocks),
    EVENTS(
            "Messages handled without a clock, by the wall's and in virtual time: seven layers of 32 units, one example,"
                    + " eight presentations alive.",
            Clocks::events),
    TRACING(
            "What recording adds: to a step of section 3.1's network (a ratio), and to a message between seven layers of 8"
                    + " units, one example (nanoseconds of the whole, until its records are written; bytes on disk).",
            Tracing::measure),
    ALLOCATION("Bytes that a step leaves on the Java heap; section 3.1's network.", Overheads::allocation),
    STARTUP(
            "From the start of a Java virtual machine to the first step done, section 3.1's network on made-up data.",
            Startup::measure);

    private final String description;
    private final BiConsumer<Figures, Conditions> measurement;

    Benchmark(String description, BiConsumer<Figures, Conditions> measurement) {
        this.description = description;
        this.measurement = measurement;
    }

    /** Runs it; at full pace takes up to a minute. */
    public Figures run(Conditions conditions) {
        Figures figures = new Figures();
        measurement.accept(figures, conditions);
        return figures;
    }

    /** As on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it measures, in a sentence. */
    public String description() {
        return description;
    }
}
