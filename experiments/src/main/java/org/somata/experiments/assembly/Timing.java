package org.somata.experiments.assembly;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.somata.config.DeliveryConfig;
import org.somata.config.DistributionConfig;
import org.somata.config.Duration;
import org.somata.config.ExperimentConfig;
import org.somata.config.LinksConfig;
import org.somata.config.ScheduleConfig;
import org.somata.model.layers.Recall;
import org.somata.model.network.Asynchrony;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

/** A schedule without a clock as its configuration describes it. */
final class Timing {
    private Timing() {}

    /** What time does to the network; empty in lockstep. */
    static Optional<Asynchrony> asynchrony(ExperimentConfig config) {
        ScheduleConfig schedule = config.schedule();
        if (schedule.kind() == ScheduleConfig.Kind.LOCKSTEP) {
            return Optional.empty();
        }
        LinksConfig links = config.links();
        int depth = config.network().hidden().size() + 1;
        return Optional.of(new Asynchrony(
                switch (schedule.clock()) {
                    case VIRTUAL -> Asynchrony.Clock.VIRTUAL;
                    case WALL -> Asynchrony.Clock.WALL;
                },
                schedule.alive(),
                schedule.interval().nanos(),
                schedule.deadline().map(Duration::nanos).map(OptionalLong::of).orElse(OptionalLong.empty()),
                distribution(schedule.compute()),
                schedule.computeFactors(),
                deliveries(depth, links::up),
                deliveries(depth, links::down),
                delivery(links.labels())));
    }

    /** What layers make of it. */
    static Recall recall(ScheduleConfig schedule) {
        return new Recall(
                schedule.memory(),
                switch (schedule.pairing()) {
                    case THEN -> Recall.Pairing.THEN;
                    case NOW -> Recall.Pairing.NOW;
                },
                schedule.actProbability(),
                schedule.actProbabilities());
    }

    private static List<Delivery> deliveries(int depth, IntFunction<DeliveryConfig> ofLink) {
        return IntStream.rangeClosed(1, depth)
                .mapToObj(ofLink)
                .map(Timing::delivery)
                .toList();
    }

    private static Delivery delivery(DeliveryConfig c) {
        return new Delivery(distribution(c.latency()), distribution(c.jitter()), c.loss(), c.duplication());
    }

    private static Distribution distribution(DistributionConfig c) {
        if (c.takesNoTime()) {
            return Distribution.NONE;
        } else if (c instanceof DistributionConfig.Constant o) {
            return new Distribution.Constant(o.value().nanos());
        } else if (c instanceof DistributionConfig.Uniform o) {
            return new Distribution.Uniform(o.from().nanos(), o.to().nanos());
        } else if (c instanceof DistributionConfig.Exponential o) {
            return new Distribution.Exponential(o.mean().nanos());
        } else if (c instanceof DistributionConfig.LogNormal o) {
            return new Distribution.LogNormal(o.median().nanos(), o.sigma());
        }
        throw new IllegalArgumentException("no translation of " + c);
    }
}
