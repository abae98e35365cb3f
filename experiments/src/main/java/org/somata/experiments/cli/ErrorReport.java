package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.somata.config.ConfigException;
import org.somata.experiments.assembly.RefusedException;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.SplitException;
import org.somata.experiments.data.UnknownDatasetException;
import org.somata.experiments.evaluation.EvaluationException;
import org.somata.experiments.runs.RunException;
import org.somata.experiments.runs.WrongFolderException;
import org.somata.experiments.trace.NoTraceException;
import org.somata.experiments.trace.analysis.NoSuchRecordException;
import org.somata.experiments.trace.export.ExportException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every error is one message on stderr, and its kind the exit status; a stack trace only where it was asked for. */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final BooleanSupplier verbose;

    ErrorReport(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        return report(error, message(error), status(error), command.getErr());
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String message = error.getMessage() + suggestion(error) + "; see "
                + command.getCommandSpec().qualifiedName() + " --help";
        return report(error, message, ExitStatus.WRONG_USAGE, command.getErr());
    }

    private int report(Exception error, String message, int status, PrintWriter err) {
        err.println("somata: " + message);
        if (verbose.getAsBoolean()) {
            error.printStackTrace(err);
        }
        err.flush();
        return status;
    }

    private static int status(Exception error) {
        if (error instanceof DataException) {
            return ExitStatus.DATA_UNUSABLE;
        }
        return isOfConfiguration(error) ? ExitStatus.WRONG_USAGE : ExitStatus.RUN_FAILED;
    }

    private static boolean isOfConfiguration(Exception error) {
        return error instanceof ConfigException
                || error instanceof UnknownDatasetException
                || error instanceof SplitException
                || error instanceof EvaluationException
                || error instanceof WrongFolderException
                || error instanceof NoTraceException
                || error instanceof ExportException
                || error instanceof NoSuchRecordException
                || error instanceof RefusedException;
    }

    /** Our own exceptions say it all; others may carry no message, or one that means little without their kind. */
    private static String message(Exception error) {
        if (error instanceof DataException || error instanceof RunException || isOfConfiguration(error)) {
            return error.getMessage();
        }
        String kind = error.getClass().getSimpleName();
        return (error.getMessage() == null ? kind : error.getMessage() + " (" + kind + ")") + "; --verbose says where";
    }

    private static String suggestion(ParameterException error) {
        List<String> near =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    }
}
