package org.somata.experiments.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.somata.model.Examples;

/** Tells what is in a dataset that has been read: counts, shapes, the range of the inputs, the classes. */
final class Survey {
    private static final int MOST_LISTED = 20;

    private Survey() {}

    static void tell(Dataset dataset, Consumer<String> log) {
        tell("training", dataset.train(), dataset.shape(), log);
        tell("test", dataset.test(), dataset.shape(), log);
        dataset.sha256().forEach((file, hash) -> log.accept("  ok  " + hash + "  " + file));
    }

    private static void tell(String what, Examples examples, ImageShape shape, Consumer<String> log) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        float[] input = new float[examples.features()];
        int[] counts = new int[examples.classes()];
        for (int i = 0; i < examples.count(); i++) {
            examples.copyInput(i, input, 0);
            for (float number : input) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
            counts[examples.label(i)]++;
        }
        log.accept(String.format(
                Locale.ROOT,
                "  %-8s  %,d examples of %s, from %s to %s",
                what,
                examples.count(),
                shape.equals(ImageShape.NONE)
                        ? examples.features() + " numbers"
                        : shape + " (" + examples.features() + " numbers)",
                least,
                most));
        log.accept("            " + classes(counts));
    }

    private static String classes(int[] counts) {
        List<Integer> none = IntStream.range(0, counts.length)
                .filter(label -> counts[label] == 0)
                .boxed()
                .toList();
        String missing = none.isEmpty()
                ? ""
                : "; none of class "
                        + none.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "))
                        + (none.size() > MOST_LISTED ? " …" : "");
        String listed = counts.length > MOST_LISTED
                ? IntStream.of(counts).min().orElse(0) + " to "
                        + IntStream.of(counts).max().orElse(0) + " of each"
                : "of each " + IntStream.of(counts).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return counts.length + " classes, " + listed + missing;
    }
}
