package org.somata.experiments.cli;

/** What the process tells its caller. */
public final class ExitStatus {
    public static final int DONE = 0;
    /** The run itself failed: it diverged, or a layer failed. */
    public static final int RUN_FAILED = 1;
    /** The command line or the configuration is wrong. */
    public static final int WRONG_USAGE = 2;
    /** Data are missing or damaged. */
    public static final int DATA_UNUSABLE = 3;
    /** Interrupted; a checkpoint was written. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
