package org.somata.experiments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.somata.config.ConfigReader;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.LinkTraffic;
import org.somata.experiments.runs.Manifest;
import org.somata.experiments.runs.Result;

/**
 * Directories of runs that nobody ran, with curves of the usual shapes; the same seed makes the same files. One whose
 * name ends in {@code signs} sends one bit a unit between its layers.
 */
final class Synthetic {
    static final String HASH = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7";

    private static final long EXAMPLES = 50_000;
    private static final long STEPS = 500;

    private final ExperimentConfig config;
    private final int epochs;
    private final Random random;

    private Synthetic(ExperimentConfig config, int epochs) {
        this.config = config;
        this.epochs = epochs;
        // one that is no neighbour's
        this.random = new Random(config.seed() * 7919 + config.name().hashCode());
    }

    static ExperimentConfig config(String file, String... overrides) {
        return ConfigReader.read(Path.of("../config").resolve(file), List.of(overrides));
    }

    /** Trials as {@code somata run} leaves them. */
    static Path trials(Path folder, ExperimentConfig config) {
        write(folder, "config.yaml", ConfigWriter.yaml(config));
        for (int number = 1; number <= config.trials(); number++) {
            ExperimentConfig trial = config.trial(number);
            run(
                    folder.resolve("seed-" + trial.seed()),
                    trial,
                    Result.COMPLETED,
                    trial.training().epochs());
        }
        return folder;
    }

    /** @param status empty for a run that still goes or was killed */
    static Path run(Path folder, ExperimentConfig config, String status, int epochs) {
        Synthetic run = new Synthetic(config, epochs);
        write(folder, "config.yaml", ConfigWriter.yaml(config));
        Durable.replaceWithJson(folder.resolve("manifest.json"), run.manifest(status));
        String metrics = run.metrics();
        write(folder, "metrics.csv", metrics);
        write(folder, "layers.csv", run.layers());
        write(folder, "traffic.csv", run.traffic());
        if (!status.isEmpty()) {
            Durable.replaceWithJson(folder.resolve("result.json"), run.result(status));
        }
        return folder;
    }

    static void write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Manifest manifest(String status) {
        return new Manifest(
                "0.1.0",
                "6c42fab0c4d2f2b3e4f1a5b6c7d8e9f001122334",
                false,
                config.name(),
                config.seed(),
                config.data().set(),
                Map.of("train-images-idx3-ubyte", HASH),
                null,
                Map.of(),
                List.of(new Manifest.Session(
                        List.of(
                                "run",
                                "config/paper/" + config.name() + ".yaml",
                                "--seed",
                                config.seed().toString()),
                        "OpenJDK 64-Bit Server VM 17.0.15+6",
                        "Linux amd64",
                        "AMD EPYC (cpu family 25, model 17): avx avx2 avx512f",
                        "CpuBackend 1.0.0-M2.1, OpenBLAS 0.3.19-1.5.7",
                        "f4241251d1666ff2424583949cd2064cfa95cde64ed54b7b1534ca7b6d45fc86",
                        "actors",
                        2,
                        "2026-11-23T13:49:10Z",
                        status.isEmpty() ? "" : "2026-11-23T13:58:08Z",
                        null)));
    }

    private boolean targets() {
        return config.learning().rule().hasTargets();
    }

    private double testError(int epoch) {
        return (targets() ? 1.9 : 1.85)
                + 5.5 * Math.exp(-epoch / 5.0)
                + 0.08 * random.nextGaussian() * Math.exp(-epoch / 40.0);
    }

    private String metrics() {
        StringBuilder csv = new StringBuilder(
                "epoch,train_cost,train_error,valid_error,test_error,valid_cost,test_cost,presented_cost\n");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double cost =
                    (targets() ? 1e-4 : 2e-5) + 0.3 * Math.exp(-epoch / 3.5) * Math.exp(0.2 * random.nextGaussian());
            double trainError = Math.max(0, Math.round(1000 * (7 * Math.exp(-epoch / 4.0) - 0.004)) / 1000.0);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%.2f,%.2f,%s,%s,%s%n",
                    epoch,
                    cost,
                    trainError,
                    testError(epoch),
                    testError(epoch),
                    cost + 0.1,
                    cost + 0.09,
                    cost * 1.2));
        }
        return csv.toString();
    }

    private String layers() {
        StringBuilder csv =
                new StringBuilder("epoch,layer,target_loss,inverse_loss,update_norm,weight_norm,feedback_norm,"
                        + "backprop_angle_deg,eq4_share,eq7_share,eq25_share,unchanged_share,staleness_mean\n");
        int layers = config.network().hidden().size() + 1;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int layer = 1; layer <= layers; layer++) {
                csv.append(row(epoch, layer, layers)).append('\n');
            }
        }
        return csv.toString();
    }

    private String row(int epoch, int layer, int layers) {
        double wobble = Math.exp(0.15 * random.nextGaussian());
        boolean hidden = targets() && layer < layers;
        boolean fed = hidden && layer > 1;
        double falling = Math.exp(-epoch / 12.0);
        return String.join(
                ",",
                Integer.toString(epoch),
                Integer.toString(layer),
                hidden ? Double.toString(3e-4 * Math.pow(0.7, layer) * (falling + 1e-5) * wobble) : "",
                fed ? Double.toString(16 - layer + wobble) : "",
                Double.toString(0.03 * falling * wobble),
                Double.toString(15 + 3 * (1 - falling) / layer),
                fed ? Double.toString(24 + 5 * (1 - falling)) : "",
                targets() ? Double.toString(hidden ? (75 - 9 * layer) * (1 - 0.4 * falling) * wobble : 0) : "0.0",
                hidden ? Double.toString(0.04 + 0.84 * falling) : "",
                fed ? Double.toString(Math.min(1, 1.05 * Math.exp(-epoch * layer / 200.0))) : "",
                fed ? Double.toString(Math.min(1, 0.2 + falling)) : "",
                hidden ? Double.toString(0.9 * (1 - falling)) : "",
                "0.0");
    }

    private List<Integer> units() {
        List<Integer> units = new ArrayList<>(List.of(784));
        config.network().hidden().forEach(layer -> units.add(layer.units()));
        return units;
    }

    /** Links in both directions, the lowest in one. */
    private List<LinkTraffic> links() {
        List<LinkTraffic> links = new ArrayList<>();
        for (int link = 1; link <= units().size(); link++) {
            String below = link == 1 ? "input" : "layer-" + (link - 1);
            links.add(link(link, below, "layer-" + link, "forward", "activation"));
            if (link > 1) {
                links.add(link(link, "layer-" + link, below, "feedback", targets() ? "target" : "gradient"));
            }
        }
        return links;
    }

    private LinkTraffic link(int link, String from, String to, String direction, String kind) {
        long perExample = units().get(link - 1) * (link > 1 && config.name().endsWith("signs") ? 1L : 32L);
        long messages = STEPS * epochs;
        long bits = perExample * EXAMPLES * epochs;
        return new LinkTraffic(
                link,
                from,
                to,
                direction,
                messages,
                bits,
                epochs == 0 ? null : (double) perExample,
                Map.of(kind, new LinkTraffic.OfKind(messages, bits)));
    }

    private long sent(String direction) {
        return links().stream()
                .filter(link -> link.direction().equals(direction))
                .mapToLong(LinkTraffic::bits)
                .sum();
    }

    private String traffic() {
        StringBuilder csv = new StringBuilder("epoch,messages,bits_forward,bits_feedback\n");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            csv.append(String.join(
                    ",",
                    Integer.toString(epoch),
                    Long.toString(links().size() * STEPS * epoch),
                    Long.toString(sent("forward") / epochs * epoch),
                    Long.toString(sent("feedback") / epochs * epoch)));
            csv.append('\n');
        }
        return csv.toString();
    }

    private Result result(String status) {
        Result.Figures last = figures(epochs, 0);
        return new Result(
                status,
                status.equals(Result.COMPLETED) ? "" : "the training cost of epoch " + epochs + " is no number",
                status.equals(Result.COMPLETED) && epochs < config.training().epochs() ? "no lower error" : "",
                List.of(),
                epochs,
                STEPS * epochs,
                epochs == 0 ? null : last,
                epochs == 0 ? null : figures(Math.max(1, epochs - 5 - (int) (config.seed() % 5)), 0.03),
                links().size() * STEPS * epochs,
                sent("forward"),
                sent("feedback"),
                2450L * epochs,
                3_763_200_000L * epochs,
                EXAMPLES * epochs,
                links(),
                5.37 * epochs + config.seed());
    }

    private Result.Figures figures(int epoch, double less) {
        double noise = 0.04 * new Random(config.seed()).nextGaussian();
        double error = Math.round(100 * ((targets() ? 1.9 : 1.85) + noise)) / 100.0;
        return new Result.Figures(epoch, targets() ? 9.6e-5 : 1.8e-5, 0.0, error - less, error, 0.1, 0.1);
    }
}
