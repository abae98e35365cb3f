package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Chromium;
import org.somata.experiments.runs.Result;

class BitsSentTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    private static final String DTP = "paper/3.1-mnist-tanh-dtp.yaml";
    private static final String TITLE = "Test error against bits sent, %";

    @TempDir
    private Path folder;

    private Path run(String name, String status, int epochs, String... overrides) {
        return Synthetic.run(folder.resolve(name), Synthetic.config(DTP, overrides), status, epochs);
    }

    private static String html(Path... folders) {
        return Report.of(List.of(folders)).html(NOW);
    }

    /** What a reader reads of the section, a cell after the other. */
    private static String text(String html) {
        int from = html.indexOf("<section id=\"bits\">");
        return from < 0
                ? ""
                : html.substring(from, html.indexOf("</section>", from))
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    /** The values of an attribute of the lines of the chart. */
    private static List<List<String>> lines(String html, String attribute) {
        int from = html.indexOf("<figcaption>" + TITLE);
        Matcher line = Pattern.compile(attribute + "=\"([^\"]*)\"")
                .matcher(html.substring(from, html.indexOf("</figure>", from)));
        return line.results()
                .map(found -> Arrays.asList(found.group(1).split(" ")))
                .toList();
    }

    @Test
    void linesGoAlongWhatWasSent() {
        run("a1", Result.COMPLETED, 4, "seed=1", "training.epochs=4");
        run("a2", Result.COMPLETED, 4, "seed=2", "training.epochs=4");
        run("b", Result.COMPLETED, 4, "training.epochs=4", "name=of-signs", "learning.noise=0.1");
        String page = html(folder);
        // (784 + 7·240)·32 up and 7·240·32 down, 50,000 examples an epoch; of signs 784·32 + 7·240 and 7·240
        assertEquals(
                List.of(
                        List.of("6.63\u00a0Gbit", "13.3\u00a0Gbit", "19.9\u00a0Gbit", "26.5\u00a0Gbit"),
                        List.of("1.42\u00a0Gbit", "2.84\u00a0Gbit", "4.27\u00a0Gbit", "5.69\u00a0Gbit")),
                lines(page, "data-x"));
        List<List<String>> places = lines(page, "data-at");
        for (List<String> at : places) {
            assertEquals(4, at.size());
            double[] x = at.stream().mapToDouble(Double::parseDouble).toArray();
            // by factors: from 1 to 2 as from 2 to 4
            assertEquals(x[1] - x[0], x[3] - x[1], 0.2);
        }
        assertEquals(2, lines(page, "<circle cx").size(), "a dot at the end of each");
        assertTrue(page.contains("at the end"), "of the other charts");
        assertTrue(page.matches("(?s).*aria-label=\"" + TITLE + ": A [^;]* after 26.5\u00a0Gbit; B .*"));
    }

    @Test
    void bitsOfAnExampleStandBesideIt() {
        run("a", Result.COMPLETED, 4, "training.epochs=4");
        String text = text(html(folder));
        assertTrue(text.contains("A 3.1-mnist-tanh-dtp 78 848 53 760 26.5 Gbit 1.9"), text);
        assertTrue(text.contains("input – layer 1 25 088 – activation"), text);
        assertTrue(text.contains("layer 7 – layer 8 7 680 7 680 activation target"), text);
    }

    @Test
    void linksOfSeveralStandSideBySide() {
        run("a", Result.COMPLETED, 4, "training.epochs=4");
        run("b", Result.COMPLETED, 4, "training.epochs=4", "name=of-signs", "learning.noise=0.1");
        String text = text(html(folder));
        assertTrue(text.contains("layer 1 – layer 2 7 680 7 680 240 240 layer 2"), text);
        assertTrue(text.contains("B of-signs, by kind of message"), text);
    }

    @Test
    void ofAnOlderRunTheEndIsKnown() throws IOException {
        Files.delete(run("a", Result.COMPLETED, 4, "training.epochs=4").resolve("traffic.csv"));
        assertEquals(List.of(List.of("26.5\u00a0Gbit")), lines(html(folder), "data-x"));
    }

    @Test
    void aRunUnderWayHasALineAndOneThatSentNothingHasNone() throws IOException {
        Path going = run("going", "", 3);
        assertEquals(3, lines(html(going), "data-at").get(0).size());
        assertTrue(text(html(going)).contains("– – – –"));
        Files.delete(going.resolve("traffic.csv"));
        assertEquals("", text(html(going)));
        assertFalse(html(run("begun", "", 0)).contains("id=\"bits\""));
    }

    @Test
    void withoutATestSetTheValidationCounts() throws IOException {
        Path run = run("a", Result.COMPLETED, 4, "training.epochs=4");
        Path metrics = run.resolve("metrics.csv");
        Files.writeString(metrics, Files.readString(metrics).replaceAll("(?m)^(\\d+,[^,]*,[^,]*,[^,]*),[^,]*", "$1,"));
        assertTrue(html(run).contains("<figcaption>Validation error against bits sent, %"));
    }

    @Test
    void pointingAtItTellsTheBits() throws Exception {
        Chromium chromium = Chromium.in(folder);
        Path run = run("run", Result.COMPLETED, 100);
        Path page = folder.resolve("report.html");
        // the page's own policy would not let a test's script run
        Files.writeString(
                page,
                html(run).replaceFirst("<meta http-equiv[^>]*>", "")
                        + "<script>const d = [...document.querySelectorAll('svg[data-plot]')].pop(); const b ="
                        + " d.getBoundingClientRect(); d.dispatchEvent(new PointerEvent('pointermove', {clientX: b.right -"
                        + " 30, clientY: b.top + 50}));</script>");
        Chromium.Seen seen = chromium.see(page);
        assertEquals(List.of(), seen.console());
        assertTrue(
                seen.dom()
                        .replace("&nbsp;", " ")
                        .matches(
                                "(?s).*<div class=\"tip\" style=\"top: [^>]*right: [^>]*\">663 Gbit<div><b[^>]*>A</b> 1.[0-9]+</div>.*"),
                seen.dom().replaceAll("(?s).*(<div class=\"tip\".{0,300}).*", "$1"));
    }
}
