package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atLeast;
import static org.somata.experiments.propositions.Check.atMost;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;

/** Proposition 1, both its forms, one example at a time. */
final class PropositionOne implements Claim {
    private static final Breach RANDOM = new Breach("random-feedback", "V is drawn at random: g is no inverse of f");
    private static final int SEEDS = 20;
    private static final List<Double> STEPS = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

    @Override
    public String name() {
        return "proposition-1";
    }

    @Override
    public String words() {
        return "with perfect inverses λmin/λmax ≤ cos(δW_tp, δW_bp) ≤ 1 as η0 → 0, f linear or W s(h) (Eq. 14)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(RANDOM);
    }

    @Override
    public Finding test(Conditions conditions) {
        List<Line> lines = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (InvertibleChain.Form form : InvertibleChain.Form.values()) {
            List<List<InvertibleChain.Update>> byStep = new ArrayList<>();
            for (double targetStep : STEPS) {
                byStep.add(updates(form, targetStep, conditions));
            }
            checks.addAll(checks(form, byStep));
            for (int mappingsAbove = 1; mappingsAbove < InvertibleChain.MAPPINGS; mappingsAbove++) {
                lines.add(margins(form, byStep, mappingsAbove));
            }
        }
        lines.add(Line.level("the bound", 0, STEPS.get(0), STEPS.get(STEPS.size() - 1)));
        return new Finding(
                checks,
                new Diagram(
                        "Proposition 1: how far cosines are above the bound, least of " + SEEDS + " seeds",
                        Scale.logarithmic("target step η0"),
                        Scale.linear("cos(δW_tp, δW_bp) − λmin/λmax"),
                        lines));
    }

    private static List<InvertibleChain.Update> updates(
            InvertibleChain.Form form, double targetStep, Conditions conditions) {
        return conditions
                .repeat(SEEDS, seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    return InvertibleChain.drawn(form, random, seed)
                            .updates(targetStep, conditions.lack(RANDOM), random);
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Check> checks(InvertibleChain.Form form, List<List<InvertibleChain.Update>> byStep) {
        DoubleSummaryStatistics cosines = new DoubleSummaryStatistics();
        DoubleSummaryStatistics below = new DoubleSummaryStatistics();
        byStep.get(byStep.size() - 1).forEach(update -> {
            cosines.accept(update.cosine());
            below.accept(update.bound() - update.cosine());
        });
        List<Check> checks = new ArrayList<>(List.of(
                atMost(form + ": λmin/λmax − cos", below.getMax(), 1e-6),
                atMost("cos − 1", cosines.getMax() - 1, 1e-12),
                // else the bound was not put to the test
                atMost("lowest cos", cosines.getMin(), 0.7)));
        if (form == InvertibleChain.Form.NONLINEAR) {
            checks.add(atLeast("Δ(η0) falls as η0 to the", deviation(byStep), 0.9));
        }
        return checks;
    }

    /** The exponent of η0 with which cosines come to their limit. */
    private static double deviation(List<List<InvertibleChain.Update>> byStep) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < byStep.size(); i++) {
            double most = byStep.get(i).stream()
                    .mapToDouble(update -> Math.abs(update.cosine() - update.limit()))
                    .max()
                    .orElseThrow();
            points.add(new Point(STEPS.get(i), most));
        }
        return Dense.exponent(points);
    }

    private static Line margins(
            InvertibleChain.Form form, List<List<InvertibleChain.Update>> byStep, int mappingsAbove) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < byStep.size(); i++) {
            double lowest = byStep.get(i).stream()
                    .filter(update -> update.mappingsAbove() == mappingsAbove)
                    .mapToDouble(update -> update.cosine() - update.bound())
                    .min()
                    .orElseThrow();
            points.add(new Point(STEPS.get(i), lowest));
        }
        return Line.measured(form + ", " + mappingsAbove + " above", points);
    }
}
