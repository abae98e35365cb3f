package org.somata.experiments.bench;

import org.somata.experiments.assembly.Engine;

/** A program that takes one step of training and says so: {@link Startup} measures how long that takes. */
public final class FirstStep {
    static final String STARTED = "started";
    static final String DONE = "done";

    private FirstStep() {}

    /** Takes the number of threads. */
    public static void main(String[] arguments) {
        System.out.println(STARTED);
        try (Training training = Workload.paper(Workload.DTP).on(Engine.actors(Integer.parseInt(arguments[0])))) {
            training.work(1);
            System.out.println(DONE);
        }
        System.exit(0);
    }
}
