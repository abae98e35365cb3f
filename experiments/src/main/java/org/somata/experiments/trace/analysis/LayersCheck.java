package org.somata.experiments.trace.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Timeliness;
import org.somata.model.signals.MessageId;

/** Whether a trace tells of as much lateness as layers.csv, over all epochs: staleness and ages are sums there, not means. */
final class LayersCheck {
    /** What a mean times its count may differ by from the sum, for each unit of that. */
    private static final double ROUNDING = 1e-12;

    private final RecordedRun run;
    private final Findings findings;

    LayersCheck(RecordedRun run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void against(List<Tardiness> counted) {
        int layers = counted.size();
        if (!run.completed()) {
            findings.note("Not compared with layers.csv: the run is " + run.status() + ".");
        } else if (run.layers().size() != run.epochsDone() * layers
                || run.layers().stream()
                        .anyMatch(row -> Double.isNaN(row.timeliness().lost()))) {
            findings.note(
                    "Not compared with layers.csv: it has not every epoch (evaluation.every), or an earlier program"
                            + " wrote it.");
        } else {
            for (int place = 1; place <= layers; place++) {
                int layer = place;
                new OfLayer(
                                MessageId.name(place),
                                run.layers().stream()
                                        .filter(row -> row.layer() == layer)
                                        .map(LayerFigures::timeliness)
                                        .toList())
                        .against(counted.get(place - 1));
            }
        }
    }

    private final class OfLayer {
        private final String name;
        private final List<Timeliness> epochs;

        OfLayer(String name, List<Timeliness> epochs) {
            this.name = name;
            this.epochs = epochs;
        }

        void against(Tardiness traced) {
            check("updates", traced.updates(), sum(Timeliness::updates));
            check("staleness", traced.staleness(), sum(each -> each.stalenessMean() * each.updates()));
            check("greatest staleness", traced.greatest(), greatest(Timeliness::stalenessMax));
            check("age in ns", traced.age(), sum(each -> each.ageMeanNs() * each.updates()));
            check("updates of V", traced.feedbackUpdates(), sum(Timeliness::feedbackUpdates));
            check(
                    "staleness of V",
                    traced.feedbackStaleness(),
                    sum(each -> each.feedbackStalenessMean() * each.feedbackUpdates()));
            if (traced.feedbackUpdates() == 0 || knowsGreatestOfFeedback()) {
                check("greatest staleness of V", traced.feedbackGreatest(), greatest(Timeliness::feedbackStalenessMax));
            }
            check("missed", traced.missedCredits(), sum(Timeliness::missed));
            check("expired", traced.expired(), sum(Timeliness::expired));
            check("duplicates", traced.duplicates(), sum(Timeliness::duplicates));
            check("lost", traced.lost(), sum(Timeliness::lost));
        }

        /** An earlier program did not tell. */
        private boolean knowsGreatestOfFeedback() {
            return epochs.stream().anyMatch(each -> !Double.isNaN(each.feedbackStalenessMax()));
        }

        /** Of what was never counted there is no mean. */
        private double sum(ToDoubleFunction<Timeliness> figure) {
            return epochs.stream()
                    .mapToDouble(figure)
                    .filter(value -> !Double.isNaN(value))
                    .sum();
        }

        private double greatest(ToDoubleFunction<Timeliness> figure) {
            return epochs.stream()
                    .mapToDouble(figure)
                    .filter(value -> !Double.isNaN(value))
                    .max()
                    .orElse(0);
        }

        private void check(String what, long traced, double told) {
            findings.check(
                    Invariant.LATENESS,
                    Math.abs(traced - told) <= ROUNDING * traced,
                    () -> name + ": " + what + ": the trace has " + traced + ", layers.csv has " + Math.round(told));
        }
    }
}
