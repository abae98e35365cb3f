package org.somata.config;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.somata.config.ScheduleConfig.Clock;

/** What a network or a clock leaves no room for in a schedule where messages take time. */
final class TimeContradictions {
    private final NetworkConfig network;
    private final LinksConfig links;
    private final ScheduleConfig schedule;
    private final int depth;

    private TimeContradictions(NetworkConfig network, LinksConfig links, ScheduleConfig schedule) {
        this.network = network;
        this.links = links;
        this.schedule = schedule;
        depth = network.hidden().size() + 1;
    }

    static void check(NetworkConfig network, LinksConfig links, ScheduleConfig schedule) {
        TimeContradictions of = new TimeContradictions(network, links, schedule);
        of.layers("schedule.compute-factors", schedule.computeFactors());
        of.layers("schedule.act-probabilities", schedule.actProbabilities());
        if (schedule.isAsynchronous()) {
            of.asynchronous();
        }
    }

    private void layers(String path, Map<Integer, Double> byLayer) {
        for (int layer : byLayer.keySet()) {
            if (layer > depth) {
                throw new Problem(path + "." + layer, "is no layer of this network; give a layer from 1 to " + depth);
            }
        }
    }

    private void asynchronous() {
        if (network.rebuildsInputs()) {
            throw new Problem(
                    "schedule.kind",
                    "is asynchronous, but an auto-encoder (network.output: reconstruction) has one layer, which hears"
                            + " from nobody; give lockstep");
        }
        if (schedule.order() == ScheduleConfig.Order.BOTTOM_UP) {
            throw new Problem(
                    "schedule.order",
                    "is bottom-up, but in an asynchronous schedule no layer waits for those below to have learned; give"
                            + " simultaneous, or the kind lockstep");
        }
        if (schedule.clock() == Clock.WALL) {
            takesItsOwnTime("schedule.compute", schedule.compute());
            takesItsOwnTime("schedule.interval", new DistributionConfig.Constant(schedule.interval()));
            takesItsOwnTime("links.labels.latency", links.labels().latency());
            takesItsOwnTime("links.labels.jitter", links.labels().jitter());
            IntStream.rangeClosed(1, depth).forEach(this::takesItsOwnTime);
        }
    }

    private void takesItsOwnTime(int place) {
        takesItsOwnTime(place, "up", links.own(place).up(), links.up(place));
        takesItsOwnTime(place, "down", links.own(place).down(), links.down(place));
    }

    private static void takesItsOwnTime(int place, String way, Optional<OwnDelivery> own, DeliveryConfig delivery) {
        boolean ownLatency = own.flatMap(OwnDelivery::latency).isPresent();
        boolean ownJitter = own.flatMap(OwnDelivery::jitter).isPresent();
        takesItsOwnTime(LinkContradictions.key(ownLatency, place, way + ".latency"), delivery.latency());
        takesItsOwnTime(LinkContradictions.key(ownJitter, place, way + ".jitter"), delivery.jitter());
    }

    private static void takesItsOwnTime(String key, DistributionConfig time) {
        if (!time.takesNoTime()) {
            throw new Problem(
                    key,
                    "is above 0ms, but by the machine's own clock (schedule.clock: wall) everything takes the time that"
                            + " it takes; leave it out, or give the clock virtual");
        }
    }
}
