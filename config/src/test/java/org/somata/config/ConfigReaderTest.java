package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.config.LearningConfig.Rule;
import org.somata.config.NetworkConfig.Nonlinearity;

class ConfigReaderTest {
    @TempDir
    Path directory;

    static List<Path> files() throws IOException {
        return Samples.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEveryFileOfTheRepository(Path file) {
        ExperimentConfig config = ConfigReader.read(file, List.of());
        assertEquals(file.getFileName().toString(), config.name() + ".yaml");
        assertEquals(List.of(), config.unused(), "a file says what is not used");
    }

    @Test
    void fillsInWhatIsNotSaid() {
        ExperimentConfig config = Samples.good();
        assertEquals(1, config.seed());
        assertEquals("", config.section());
        assertEquals(
                new DataConfig("mnist-slice", OptionalInt.of(3500), 500, OptionalInt.empty(), true), config.data());
        assertEquals(
                new OptimiserConfig.CentredRmsprop(0.95, 0.8, 0.001),
                config.learning().forward().optimiser());
        assertEquals(Map.of(1, 0.15), config.learning().forward().rateFactors());
        assertEquals(1.0, config.learning().forward().rateFactor(2));
        assertEquals(
                new Decaying(0.5, new DecayConfig.Inverse(50)),
                config.learning().noise());
        assertEquals(ScheduleConfig.Order.SIMULTANEOUS, config.schedule().order());
        assertEquals(new InitialConfig.Orthogonal(1.0), config.network().feedbackWeights());
        HiddenConfig wide = new HiddenConfig(240, 1, Nonlinearity.TANH, Nonlinearity.TANH);
        HiddenConfig narrow = new HiddenConfig(30, 1, Nonlinearity.TANH, Nonlinearity.TANH);
        assertEquals(List.of(wide, wide, wide, narrow), config.network().hidden());
    }

    @Test
    void readsJson() {
        String json = """
                {"name": "j", "data": {"set": "mnist"}, "network": {"layers": [{"units": 3}]},
                \t"training": {"epochs": 1, "batch": 2},
                 "learning": {"rule": "backpropagation", "forward": {"optimiser": "sgd", "rate": 1E-1}}}
                """;
        ExperimentConfig config = ConfigReader.parse(json, "j.json", List.of());
        assertEquals(Decaying.constant(0.1), config.learning().forward().rate());
        assertEquals(
                "j.json:2:2: training.epochs: is missing; give a whole number of at least 0",
                message(json.replace("\"epochs\": 1, ", ""), "j.json"));
        assertTrue(message(json.replace("2},", "2"), "j.json").startsWith("j.json:3:"));
        assertEquals(
                "j.json:1:14: name: is given twice, first at j.json:1:2; keep one",
                message(json.replace("\"j\",", "\"j\",\"name\": \"k\","), "j.json"));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void tellsWhatTheRuleDoesNotUse(Rule rule) {
        ExperimentConfig config =
                Samples.good("learning.rule=" + rule, "learning.local-step=2", "schedule.order=bottom-up");
        assertEquals(rule.hasFeedback(), config.uses("network.feedback-weights.kind"));
        assertFalse(config.uses("learning.estimator"), "all is real");
        ExperimentConfig discrete = Samples.good("learning.rule=" + rule, "links.each.5.forward=sign");
        assertEquals(rule.hasEstimator(), discrete.uses("learning.estimator"));
        assertEquals(rule.trainsFeedback(), config.uses("links.feedback-at"));
        List<String> feedback = List.of("learning.noise", "learning.feedback");
        List<String> expected = switch (rule) {
            case BACKPROPAGATION, FEEDBACK_ALIGNMENT, DIRECT_FEEDBACK_ALIGNMENT ->
                List.of(
                        "learning.noise",
                        "learning.feedback",
                        "learning.target-step",
                        "schedule.order",
                        "learning.local-step");
            case TARGET_PROPAGATION_THROUGH_OPTIMIZATION -> feedback;
            default -> List.of("learning.local-step");
        };
        assertEquals(expected, config.unused());
        assertEquals(rule.trainsFeedback(), config.learning().feedback().isPresent());
        assertEquals(rule.trainsFeedback() ? 0.5 : 0, config.learning().noise().value());
        assertEquals(rule.hasTargets() ? 0.3 : 0, config.learning().targetStep());
    }

    @Test
    void checksEvenWhatTheRuleDoesNotUse() {
        String said = assertThrows(
                        ConfigException.class,
                        () -> Samples.good("learning.rule=backpropagation", "learning.feedback.rate=-1"))
                .getMessage();
        assertTrue(said.startsWith("--set learning.feedback.rate=-1: learning.feedback.rate: is -1.0; "), said);
    }

    @Test
    void refusesBombs() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        assertEquals(
                "bomb.yaml:1:4: a: is an anchor (&) or an alias (*), which are not read; write the value out",
                message(laughs, "bomb.yaml"));
        for (String open : List.of("[", "{a: ", "- ", "? ")) {
            String said =
                    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> message(open.repeat(100_000), "bomb.yaml"));
            assertTrue(said.contains("is nested more than 50 deep") || said.contains("cannot be parsed"), said);
        }
        String said = message("{\"a\":".repeat(100_000), "bomb.json");
        assertTrue(said.contains("is nested more than 50 deep; no configuration needs that"), said);
    }

    @Test
    void refusesWhatIsNoConfiguration() {
        assertEquals("x.yaml:1:1: is empty; give a configuration", message("", "x.yaml"));
        assertEquals("x.yaml:1:10: is empty; give a configuration", message("# nothing", "x.yaml"));
        assertEquals("x.yaml:1:1: is a list; give a mapping of keys to values", message("- 1", "x.yaml"));
        assertEquals("x.yaml:1:1: is the text \"a\"; give a mapping of keys to values", message("a", "x.yaml"));
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        Path large = directory.resolve("large.yaml");
        Files.writeString(large, "#".repeat((1 << 20) + 1));
        assertEquals(large + ": is larger than 1 MiB; no configuration is", message(large));
        Path absent = directory.resolve("absent.yaml");
        assertEquals(absent + ": there is no such file; give the path of a configuration", message(absent));
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "name: ä".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(latin + ": is no UTF-8 text; save it as UTF-8", message(latin));
        assertTrue(message(directory).startsWith(directory + ": cannot be read: "));
    }

    @Test
    void toleratesAByteOrderMark() throws IOException {
        Path file = directory.resolve("marked.yaml");
        Files.writeString(file, "\uFEFF" + Samples.GOOD);
        assertEquals(Samples.good(), ConfigReader.read(file, List.of()));
    }

    @Test
    void keepsMessagesOnALine() {
        String said = message(Samples.GOOD.replace("rule: diff", "rule: |\n    two\n    lines\n  # diff"), "x.yaml");
        assertFalse(said.contains("\n"), said);
        assertTrue(said.startsWith("x.yaml:13:9: learning.rule: is the text \"two lines "), said);
    }

    private static String message(String text, String name) {
        return assertThrows(ConfigException.class, () -> ConfigReader.parse(text, name, List.of()))
                .getMessage();
    }

    private static String message(Path file) {
        return assertThrows(ConfigException.class, () -> ConfigReader.read(file, List.of()))
                .getMessage();
    }
}
