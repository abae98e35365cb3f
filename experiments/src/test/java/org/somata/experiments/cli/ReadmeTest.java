package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`)\\./somata ([^`\n]+)");
    private static final Pattern QUICK = Pattern.compile("(config|data list|--help|--version).*");

    /** The placeholders filled in; what is in brackets left out. */
    static List<String> commands() throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(found -> found.group(1).replaceAll(" *\\[[^\\]]*\\]", ""))
                .map(command ->
                        command.replace("FILE", "config/quickstart.yaml").replace(" config/", " ../config/"))
                .toList();
        assertFalse(commands.isEmpty());
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOneThatTheProgramKnows(String command) {
        assertDoesNotThrow(() -> Main.commandLine().parseArgs(command.split(" +")));
    }

    static List<String> quick() throws IOException {
        return commands().stream().filter(QUICK.asMatchPredicate()).toList();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void theQuickOnesDoWhatTheyAreToldTo(String command) {
        Outcome outcome = InProcess.somata(command.split(" +"));
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertFalse(outcome.out().isBlank());
    }
}
