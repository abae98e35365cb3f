package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.machine.SearchPath;

/** The launcher in a repository of its own, with a Java and a Maven that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "touch");
    private static final String BUILDING = "somata: building";

    @TempDir
    private Path temporary;

    private String mavenOptions;
    private Path root;
    private Path programs;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectories(temporary.resolve("my repository"));
        Files.copy(Path.of("..", "somata"), root.resolve("somata"));
        age(Files.writeString(root.resolve("pom.xml"), ""));
        age(Files.writeString(
                Files.createDirectories(root.resolve("model/src/main/java")).resolve("A.java"), ""));
        programs = Files.createDirectory(temporary.resolve("bin"));
        for (String tool : TOOLS) {
            var found = SearchPath.ofUser().find(tool);
            if (found.isPresent()) {
                Files.createSymbolicLink(programs.resolve(tool), found.get());
            }
        }
        // impatient, so that those who wait for a lock meet more often
        program("sleep", "exec " + SearchPath.ofUser().find("sleep").orElseThrow() + " 0.1");
        program("java", """
                case $1 in
                -version) echo 'openjdk version "17.0.9" 2023-10-17' >&2 ;;
                --list-modules) echo jdk.compiler@17.0.9 ;;
                *) while [ "$1" != org.somata.experiments.cli.Main ]; do
                       case $1 in -Dsomata.home=*) home=${1#*=} ;; esac
                       shift
                   done
                   shift; printf '<%s>' "$OMP_NUM_THREADS" "$home" "$PWD" "$@" ;;
                esac
                """);
        program("mvn", """
                case $1 in
                -version) printf '\\033[1mApache Maven 3.8.7\\033[m\\n' ;;
                *) echo "$PWD $*" >>"$LOG"; sleep 0.3; echo said by Maven
                   [ -z "$BROKEN" ] || exit 1
                   mkdir -p experiments/target; echo jar >experiments/target/somata.jar ;;
                esac
                """);
    }

    private void program(String name, String body) throws IOException {
        Path file = programs.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!" + programs.resolve("bash") + "\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** File times may be coarse; what was there before the test is an hour old. */
    private static void age(Path file) throws IOException {
        FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
        for (Path each = file; !each.getFileName().toString().equals("my repository"); each = each.getParent()) {
            Files.setLastModifiedTime(each, hourAgo);
        }
    }

    private Process start(Path launcher, String name, String environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("LOG", temporary.resolve("log").toString());
        builder.environment().put("BROKEN", environment);
        if (mavenOptions != null) {
            builder.environment().put("SOMATA_MAVEN_OPTS", mavenOptions);
        }
        return builder.redirectOutput(temporary.resolve(name + ".out").toFile())
                .redirectError(temporary.resolve(name + ".err").toFile())
                .start();
    }

    private Outcome end(Process process, String name) throws IOException, InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the launcher hangs");
        return new Outcome(
                process.exitValue(),
                Files.readString(temporary.resolve(name + ".out")),
                Files.readString(temporary.resolve(name + ".err")));
    }

    private Outcome somata(String... arguments) throws IOException, InterruptedException {
        return end(start(root.resolve("somata"), "one", "", arguments), "one");
    }

    private List<String> builds() throws IOException {
        return Files.exists(temporary.resolve("log")) ? Files.readAllLines(temporary.resolve("log")) : List.of();
    }

    @Test
    void itBuildsOnceAndAgainWhenSourcesChange() throws IOException, InterruptedException {
        Outcome first = somata("run", "a b.yaml");
        assertEquals(
                "<1><" + root.toRealPath() + "><" + temporary.toRealPath() + "><run><a b.yaml>",
                first.out(),
                first.err());
        assertTrue(first.err().startsWith(BUILDING) && first.err().lines().count() == 1, first.err());
        assertTrue(builds().get(0).startsWith(root.toRealPath() + " -q -B "), builds()::toString);

        assertEquals("", somata("--version").err());
        Path added = Files.writeString(root.resolve("model/src/main/java/B.java"), "");
        assertTrue(somata("--version").err().startsWith(BUILDING));
        assertEquals("", somata("--version").err());
        Files.delete(added);
        assertTrue(somata("--version").err().startsWith(BUILDING));
        assertEquals(3, builds().size());
    }

    @Test
    void whatMavenIsToldHoldsUntilItIsToldSomethingElse() throws IOException, InterruptedException {
        assertEquals(0, somata().status());
        mavenOptions = "-Pcuda -o";
        assertTrue(somata("run").err().startsWith(BUILDING));
        assertTrue(builds().get(1).endsWith(" -Pcuda -o package"), builds()::toString);
        assertEquals("", somata("run").err());
        mavenOptions = null;
        assertEquals("", somata("run").err(), "what it was told is remembered");
        Files.writeString(root.resolve("model/src/main/java/B.java"), "");
        assertTrue(somata("run").err().startsWith(BUILDING));
        assertTrue(builds().get(2).endsWith(" -Pcuda -o package"), builds()::toString);
        mavenOptions = "";
        assertTrue(somata("run").err().startsWith(BUILDING));
        assertTrue(builds().get(3).endsWith("=true package"), builds()::toString);
    }

    @Test
    void aLinkToItLeadsHome() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("my repository", "somata"));
        Path second = Files.createSymbolicLink(temporary.resolve("second"), link);
        Outcome outcome = end(start(second, "link", "", "doctor"), "link");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(Files.exists(root.resolve("experiments/target/somata.jar")));
    }

    @Test
    void aBrokenBuildShowsWhatMavenSaid() throws IOException, InterruptedException {
        Outcome broken = end(start(root.resolve("somata"), "broken", "yes"), "broken");
        assertEquals(ExitStatus.RUN_FAILED, broken.status());
        assertTrue(broken.err().contains("said by Maven\nsomata: the build failed"), broken.err());
        assertEquals("", broken.out());
        assertEquals(0, somata().status(), "the next launcher is not kept out");
    }

    @Test
    void severalAtOnceBuildOnce() throws IOException, InterruptedException {
        assertBuildOnce();
    }

    @RepeatedTest(3)
    void severalAtOnceBuildOnceWhereThereIsNoFlock() throws IOException, InterruptedException {
        Files.deleteIfExists(programs.resolve("flock"));
        // left by one that was killed: no process has this number
        Path stale = Files.createDirectories(root.resolve("experiments/target")).resolve("launcher.pid");
        Files.createSymbolicLink(stale, Path.of("999999999"));
        assertBuildOnce();
        assertFalse(Files.isSymbolicLink(stale));
    }

    private void assertBuildOnce() throws IOException, InterruptedException {
        List<Process> launchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            launchers.add(start(root.resolve("somata"), "launcher" + i, ""));
        }
        for (int i = 0; i < launchers.size(); i++) {
            Outcome outcome = end(launchers.get(i), "launcher" + i);
            assertEquals(0, outcome.status(), outcome.err());
        }
        assertEquals(1, builds().size(), builds()::toString);
    }

    @Test
    void withoutWhatItNeedsItSaysSoWithStatus2() throws IOException, InterruptedException {
        program("java", "echo 'java version \"1.8.0_402\"' >&2");
        assertMissing("somata: 'java' is Java 8: a JDK 17 or later is needed; install one");
        Files.delete(programs.resolve("java"));
        assertMissing("somata: there is no 'java': a JDK 17 or later is needed; install one");
    }

    @Test
    void mavenIsNeededToBuildAlone() throws IOException, InterruptedException {
        assertEquals(0, somata().status());
        Path mvn = programs.resolve("mvn");
        Files.delete(mvn);
        assertEquals(0, somata().status());
        Files.delete(root.resolve("experiments/target/somata.jar"));
        assertMissing("somata: there is no 'mvn': Maven 3.8 or later is needed to build; install it");
        program("mvn", "echo Apache Maven 3.6.3");
        assertMissing("somata: mvn is of version 3.6: Maven 3.8 or later is needed to build; install it");
    }

    private void assertMissing(String message) throws IOException, InterruptedException {
        Outcome outcome = somata("run");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().startsWith(message), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }
}
