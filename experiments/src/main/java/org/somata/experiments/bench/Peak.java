package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.assembly.Engine;

/** How near the steps come to what the machine can multiply. */
final class Peak {
    private static final List<int[]> PRODUCTS = List.of(
            new int[] {100, 240, 240}, new int[] {100, 784, 240}, new int[] {512, 512, 512}, new int[] {1024, 1024, 1024
            });

    private Peak() {}

    static void measure(Figures figures, Conditions conditions) {
        for (int threads : conditions.oneAndAll()) {
            measure(figures, conditions, threads);
        }
    }

    private static void measure(Figures figures, Conditions conditions, int threads) {
        List<Product> products = PRODUCTS.stream()
                .map(size -> new Product(size[0], size[1], size[2], threads))
                .toList();
        List<Workload> steps = List.of(Workload.paper(Workload.DTP), Workload.paper(Workload.BP));
        List<Race.Lane> lanes = conditions.race(Stream.concat(
                        products.stream(), steps.stream().map(step -> step.on(Engine.actors(threads))))
                .toList());
        String label = "_" + Conditions.label(threads);
        List<Spread> rates = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            int[] size = PRODUCTS.get(i);
            rates.add(products.get(i).gigaflops(lanes.get(i)));
            figures.put("product_" + size[0] + "x" + size[1] + "x" + size[2] + label + "_gflops", rates.get(i));
        }
        Spread peak =
                rates.stream().max(Comparator.comparingDouble(Spread::median)).orElseThrow();
        figures.put("peak" + label + "_gflops", peak);
        for (int i = 0; i < steps.size(); i++) {
            String name = List.of("dtp", "bp").get(i);
            double operations = steps.get(i).operations();
            Spread rate = lanes.get(products.size() + i).ms().map(ms -> operations / ms / 1e6);
            figures.put(name + "_step" + label + "_gflops", rate);
            figures.put(name + "_step" + label + "_share_of_peak", rate.map(r -> r / peak.median()));
        }
    }
}
