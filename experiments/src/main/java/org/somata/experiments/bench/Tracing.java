package org.somata.experiments.bench;

import java.util.List;
import org.somata.actors.recording.Contents;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.TraceSettings;

/** What it costs to have messages recorded. */
final class Tracing {
    private static final int DEPTH = 7;
    /** Activations and a label to each layer and the output, targets to each hidden layer. */
    private static final int MESSAGES = 2 * DEPTH + 2;

    private static final long MOST_BYTES = 1L << 30;
    private static final int VALUES = 16;
    private static final TraceSettings METADATA = TraceSettings.metadata(MOST_BYTES);
    private static final TraceSettings PAYLOAD = TraceSettings.payload(MOST_BYTES, Contents.sampled(VALUES));

    private Tracing() {}

    static void measure(Figures figures, Conditions conditions) {
        int threads = conditions.threads();
        Workload paper = Workload.paper(Workload.DTP);
        List<Race.Lane> steps = conditions.race(List.of(
                paper.on(Engine.actors(threads)), paper.traced(threads, METADATA), paper.traced(threads, PAYLOAD)));
        figures.put("dtp_step_ms", steps.get(0).ms());
        figures.put("dtp_step_metadata_over_off", steps.get(1).over(steps.get(0)));
        figures.put("dtp_step_payload_over_off", steps.get(2).over(steps.get(0)));
        Workload tiny = Workload.of(8, 8, DEPTH, 1);
        TracedTraining traced = tiny.traced(threads, METADATA);
        double[] bytes = new double[1];
        List<Race.Lane> messages = conditions.race(List.of(tiny.on(Engine.actors(threads)), new Contender() {
            @Override
            public void work(int times) {
                traced.work(times);
                bytes[0] = traced.bytesPerStep();
            }

            @Override
            public void close() {
                traced.close();
            }
        }));
        figures.put("tiny_message_off_ns", messages.get(0).ms().map(Tracing::nanosPerMessage));
        figures.put("tiny_message_metadata_ns", messages.get(1).ms().map(Tracing::nanosPerMessage));
        figures.put("tiny_message_added_ns", added(messages));
        figures.put("tiny_message_bytes", Spread.exactly(bytes[0] / MESSAGES));
    }

    private static double nanosPerMessage(double millisecondsPerStep) {
        return millisecondsPerStep * 1e6 / MESSAGES;
    }

    /** Round by round. */
    private static Spread added(List<Race.Lane> lanes) {
        double[] off = lanes.get(0).milliseconds();
        double[] on = lanes.get(1).milliseconds();
        double[] added = new double[off.length];
        for (int round = 0; round < added.length; round++) {
            added[round] = nanosPerMessage(on[round] - off[round]);
        }
        return Spread.of(added);
    }
}
