package org.somata.experiments.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.somata.experiments.runs.RunException;
import org.somata.experiments.runs.TrainedNetwork;

/**
 * A CSV file with a row for each example: its index in the dataset, its label, the class of the largest output (the
 * first of equals), and every output with as many digits as a float32 needs to be read back the same. The outputs are
 * probabilities if the output layer is a softmax.
 */
record PredictionFile(Path file) {
    /** @throws EvaluationException if something is there already, or nothing can be */
    void requireWritable(boolean overwrite) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new EvaluationException(file + ": is a directory; give the name of a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException(
                    file + ": cannot be written, there is no directory " + folder + "; make it first");
        }
        if (Files.exists(file) && !overwrite) {
            throw new EvaluationException(file + ": is there already; choose another name, or give --force");
        }
    }

    /** Writes it whole or not at all. */
    void write(TrainedNetwork network, ExampleSet set) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            try {
                fill(aside, network, set);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        } catch (UncheckedIOException failure) {
            throw unwritable(failure.getCause());
        }
    }

    private static void fill(Path into, TrainedNetwork network, ExampleSet set) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(into)) {
            out.write(header(network.classes()));
            network.outputs(set.examples(), (index, outputs) -> {
                try {
                    out.write(row(set, index, outputs));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    private static String header(int classes) {
        StringBuilder header = new StringBuilder("index,label,prediction");
        for (int label = 0; label < classes; label++) {
            header.append(",p_").append(label);
        }
        return header.append('\n').toString();
    }

    private static String row(ExampleSet set, int index, float[] outputs) {
        int best = 0;
        for (int label = 1; label < outputs.length; label++) {
            best = outputs[label] > outputs[best] ? label : best;
        }
        StringBuilder row = new StringBuilder()
                .append(set.first() + index)
                .append(',')
                .append(set.examples().label(index))
                .append(',')
                .append(best);
        for (float output : outputs) {
            row.append(',').append(output);
        }
        return row.append('\n').toString();
    }

    private RunException unwritable(IOException failure) {
        return new RunException(
                file + ": cannot be written (" + failure + "); is there room, and a right to write there?");
    }
}
