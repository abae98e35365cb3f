package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atMost;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;
import org.somata.model.layers.InverseLoss;

/**
 * Proposition 2 for linear mappings, whose V* is known: with both inverse losses, Eq. 17's, which the proposition names, and
 * Eq. 32's, which all experiments of the paper use. W moves as condition 5 has it; and, beside that, as difference target
 * propagation moves it, which the proposition does not cover but promises to be near.
 */
final class PropositionTwo implements Claim {
    private static final Breach CONSTANT =
            new Breach("constant-rate", "the rate of V does not fall, the sum of its squares is infinite (A-13)");
    private static final Breach DRIFTING =
            new Breach("drifting-optimum", "V* moves the same way at every step, its change is not 0 in the mean (5.)");

    private static final int SEEDS = 3;

    @Override
    public String name() {
        return "proposition-2";
    }

    @Override
    public String words() {
        return "with the rates of A-13, and W's changes moving V*(W) nowhere in the mean, ‖V − V*(W)‖ → 0 (A-39)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(CONSTANT, DRIFTING);
    }

    @Override
    public Finding test(Conditions conditions) {
        List<Line> lines = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (InverseLoss loss : InverseLoss.values()) {
            for (boolean learning : new boolean[] {false, true}) {
                String name = (loss == InverseLoss.OF_TARGET ? "Eq. 17" : "Eq. 32")
                        + (learning ? ", W learns" : ", W perturbed");
                Line line = Line.measured(name, course(loss, learning, conditions));
                lines.add(line);
                checks.addAll(checks(line));
            }
        }
        return new Finding(
                checks,
                new Diagram(
                        "Proposition 2: distance of V from V*(W), mean of " + SEEDS + " seeds",
                        Scale.logarithmic("step"),
                        Scale.logarithmic("‖V − V*(W)‖ / ‖V*(W)‖"),
                        lines));
    }

    private static List<Check> checks(Line line) {
        List<Point> points = line.points();
        Point last = points.get(points.size() - 1);
        List<Point> late =
                points.stream().filter(point -> point.x() >= last.x() / 10).toList();
        return List.of(
                atMost(line.name() + ": last", last.y(), 0.03), atMost("as t to the", Dense.exponent(late), -0.25));
    }

    private static List<Point> course(InverseLoss loss, boolean learning, Conditions conditions) {
        List<Integer> steps = InverseChase.milestones();
        List<double[]> bySeed = conditions.repeat(SEEDS, seed -> {
            try (InverseChase chase = new InverseChase(loss, learning, !conditions.lack(CONSTANT), seed)) {
                return chase.run(conditions.lack(DRIFTING));
            }
        });
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int milestone = i;
            double square = bySeed.stream()
                    .mapToDouble(distances -> distances[milestone] * distances[milestone])
                    .average()
                    .orElseThrow();
            points.add(new Point(steps.get(i), Math.sqrt(square)));
        }
        return points;
    }
}
