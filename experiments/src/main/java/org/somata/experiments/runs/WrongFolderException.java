package org.somata.experiments.runs;

import java.nio.file.Path;

/** A folder named on the command line is not what it was taken for; exit status 2. */
public class WrongFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongFolderException(Path folder, String what) {
        super(folder + ": " + what);
    }
}
