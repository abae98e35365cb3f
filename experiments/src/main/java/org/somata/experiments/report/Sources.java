package org.somata.experiments.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.WrongFolderException;
import org.somata.experiments.sweeps.RecordedSweep;
import org.somata.experiments.trials.NamedRun;

/**
 * What the folders of the command line hold.
 *
 * @param runs each once, in the order in which they were named
 * @param sweeps each with all its points, of which only the best one's runs are among the others
 * @param notes what a reader of the figures has to know about where they come from
 */
record Sources(List<RecordedRun> runs, List<RecordedSweep> sweeps, List<String> notes) {
    /**
     * @throws WrongFolderException if a folder holds no run
     * @throws org.somata.experiments.data.DataException if a file is missing or damaged
     */
    static Sources read(List<Path> folders) {
        Reader reader = new Reader();
        folders.forEach(reader::read);
        return new Sources(List.copyOf(reader.runs.values()), List.copyOf(reader.sweeps), List.copyOf(reader.notes));
    }

    private static final class Reader {
        /** By where they really are, for a folder may be named twice, or a run beside the trials it is one of. */
        private final Map<Path, RecordedRun> runs = new LinkedHashMap<>();

        private final List<RecordedSweep> sweeps = new ArrayList<>();

        private final List<String> notes = new ArrayList<>();

        void read(Path folder) {
            if (!Files.isDirectory(folder)) {
                throw new WrongFolderException(
                        folder, "there is no such folder; give that of a run, of trials or of a sweep");
            }
            if (RecordedSweep.isSweep(folder)) {
                add(RecordedSweep.read(folder));
            } else if (NamedRun.isThere(folder)) {
                add(folder, NamedRun.at(folder));
            } else {
                List<Path> inside =
                        Durable.list(folder).stream().filter(Reader::isReadable).toList();
                if (inside.isEmpty()) {
                    throw new WrongFolderException(
                            folder,
                            "holds no run, no trials and no sweep; give a folder that has a config.yaml or a sweep.yaml, or one of such folders");
                }
                inside.forEach(this::read);
            }
        }

        private static boolean isReadable(Path folder) {
            return NamedRun.isThere(folder) || RecordedSweep.isSweep(folder);
        }

        private void add(RecordedSweep sweep) {
            if (sweeps.stream().noneMatch(known -> Durable.real(known.folder()).equals(Durable.real(sweep.folder())))) {
                sweeps.add(sweep);
                sweep.best().ifPresent(best -> best.runs().forEach(this::add));
            }
        }

        private void add(Path folder, List<NamedRun> there) {
            there.forEach(run -> run.begun().ifPresent(this::add));
            long missing = there.stream().filter(run -> run.begun().isEmpty()).count();
            if (missing > 0) {
                notes.add(folder + ": " + missing + " of " + there.size() + " trials have not begun");
            }
        }

        private void add(RecordedRun run) {
            runs.putIfAbsent(Durable.real(run.folder()), run);
        }
    }
}
