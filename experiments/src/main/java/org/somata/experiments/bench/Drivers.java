package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.assembly.Engine;

/** Who drives the layers, and in which order a layer does its own work. */
final class Drivers {
    private Drivers() {}

    static void engines(Figures figures, Conditions conditions) {
        Workload paper = Workload.paper(Workload.DTP);
        List<Training> contenders = new ArrayList<>(List.of(paper.on(Engine.loop())));
        conditions.oneAndAll().forEach(threads -> contenders.add(paper.on(Engine.actors(threads))));
        List<Race.Lane> lanes = conditions.race(contenders);
        figures.put("loop_ms", lanes.get(0).ms());
        List<Race.Lane> actors = lanes.subList(1, lanes.size());
        put(figures, conditions, "actors", actors);
        figures.put("actors_1_thread_over_loop", actors.get(0).over(lanes.get(0)));
        speedUp(figures, conditions, "actors", actors);
    }

    static void orders(Figures figures, Conditions conditions) {
        List<String> orders = List.of("on-activation", "after-target");
        List<Training> contenders = new ArrayList<>();
        for (String when : orders) {
            Workload paper = Workload.paper(Workload.DTP).with("learning.feedback-when=" + when);
            conditions.oneAndAll().forEach(threads -> contenders.add(paper.on(Engine.actors(threads))));
        }
        List<Race.Lane> lanes = conditions.race(contenders);
        int each = lanes.size() / orders.size();
        for (int i = 0; i < orders.size(); i++) {
            put(figures, conditions, orders.get(i), lanes.subList(i * each, (i + 1) * each));
        }
        for (int i = 0; i < orders.size(); i++) {
            speedUp(figures, conditions, orders.get(i), lanes.subList(i * each, (i + 1) * each));
        }
        figures.put(
                "after-target_over_on-activation_" + Conditions.label(conditions.threads()),
                lanes.get(lanes.size() - 1).over(lanes.get(each - 1)));
    }

    private static void put(Figures figures, Conditions conditions, String name, List<Race.Lane> oneAndAll) {
        for (int i = 0; i < oneAndAll.size(); i++) {
            String threads = Conditions.label(conditions.oneAndAll().get(i));
            figures.put(name + "_" + threads + "_ms", oneAndAll.get(i).ms());
        }
    }

    private static void speedUp(Figures figures, Conditions conditions, String name, List<Race.Lane> oneAndAll) {
        if (oneAndAll.size() > 1) {
            figures.put(
                    name + "_speed_up_of_" + Conditions.label(conditions.threads()),
                    oneAndAll.get(0).over(oneAndAll.get(1)));
        }
    }
}
