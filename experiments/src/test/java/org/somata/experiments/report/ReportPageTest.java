package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Chromium;
import org.somata.experiments.runs.Result;

/** Reports as a browser sees them. */
public class ReportPageTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    private static final String DTP = "paper/3.1-mnist-tanh-dtp.yaml";

    @TempDir
    private Path folder;

    private Path write(Path... runs) {
        Path page = folder.resolve("report.html");
        Report.of(List.of(runs)).write(page, NOW);
        return page;
    }

    private Path tenTrialsOfEach() {
        return write(
                Synthetic.trials(folder.resolve("dtp"), Synthetic.config(DTP, "trials=10")),
                Synthetic.trials(folder.resolve("bp"), Synthetic.config("paper/3.1-mnist-tanh-bp.yaml", "trials=10")));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void tenTrialsOfTwoRulesAreSeenWithTablesAndCharts() throws Exception {
        Chromium chromium = Chromium.in(folder);
        Path page = tenTrialsOfEach();
        Chromium.Seen seen = chromium.see(page);
        assertEquals(List.of(), seen.console());
        assertEquals(11, count(seen.dom(), "<table>"));
        // four of cost and errors and one of bits, ten of layers that have targets, two of those that have none
        assertEquals(5 + 10 + 2, count(seen.dom(), "<figure class=\"chart\">"));
        assertEquals(17, count(seen.dom(), "<svg viewBox=\"[0-9 ]*\" role=\"img\" aria-label=\"[A-Z‖]"));
        assertEquals(2 * 5, count(seen.dom(), "class=\"band\""));
        assertTrue(seen.dom().contains("4.022"));
        Path pdf = chromium.print(page);
        String printed = new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1);
        assertTrue(printed.startsWith("%PDF-"));
        assertTrue(count(printed, "/Type ?/Page\\b") >= 2, "pages");
    }

    @Test
    void tenTrialsOfTwoRulesAreASmallFile() throws IOException {
        long bytes = Files.size(tenTrialsOfEach());
        assertTrue(bytes < 1_000_000, bytes + " bytes");
    }

    @Test
    void pointingAtAChartShowsTheValuesOfAnEpoch() throws Exception {
        Chromium chromium = Chromium.in(folder);
        Path page = write(Synthetic.run(folder.resolve("run"), Synthetic.config(DTP), Result.COMPLETED, 100));
        // the page's own policy would not let a test's script run
        Files.writeString(
                page,
                Files.readString(page).replaceFirst("<meta http-equiv[^>]*>", "")
                        + "<script>const d = document.querySelector('svg[data-plot]'); const b ="
                        + " d.getBoundingClientRect(); d.dispatchEvent(new PointerEvent('pointermove', {clientX: b.right -"
                        + " 26, clientY: b.top + 50}));</script>");
        Chromium.Seen seen = chromium.see(page);
        assertEquals(List.of(), seen.console());
        assertTrue(
                seen.dom().matches("(?s).*<div class=\"tip\"[^>]*>epoch 100<div><b[^>]*>A</b> [0-9.e-]+</div>.*"),
                seen.dom().replaceAll("(?s).*(<div class=\"tip\".{0,300}).*", "$1"));
    }

    @Test
    void whatComesFromFilesIsHarmless() throws Exception {
        Chromium chromium = Chromium.in(folder);
        String evil = "</title></style><script>document.title = 1</script><img src=x onerror=\"document.title = 2\">";
        Path run = folder.resolve("<b onclick=alert(1)>&amp;");
        Synthetic.run(run, Synthetic.config(DTP, "section=" + evil.replace("\"", "'")), Result.DIVERGED, 5);
        Path result = run.resolve("result.json");
        Files.writeString(result, Files.readString(result).replace("the training cost", evil.replace("\"", "\\\"")));
        Chromium.Seen seen = chromium.see(write(run));
        assertEquals(List.of(), seen.console());
        assertTrue(seen.dom().contains("<title>3.1-mnist-tanh-dtp – somata report</title>"));
        assertEquals(1, count(seen.dom(), "<script"));
        assertFalse(seen.dom().contains("<img"));
        assertFalse(seen.dom().contains("<b onclick"));
        assertTrue(seen.dom().contains("onerror"), "it is shown as text");
    }

    @Test
    void nothingIsLoaded() throws IOException {
        String page = Files.readString(tenTrialsOfEach());
        assertEquals(0, count(page, "(?i)(src|href)=\"(?!#|data:)"));
        assertEquals(0, count(page, "(?i)https?://|@import|url\\("));
        assertTrue(page.contains("default-src &#39;none&#39;"));
    }
}
