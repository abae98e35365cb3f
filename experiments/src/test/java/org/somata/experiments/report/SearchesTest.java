package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.runs.Result;

class SearchesTest {
    private static final String SWEEP = """
            name: search
            base: small.yaml
            space:
              learning.noise: {kind: log-uniform, from: 0.01, to: 1}
              network.nonlinearity: [tanh, relu]
            points: 4
            """;

    private static final String COLUMNS = "id,learning.noise,network.nonlinearity,status,epochs,objective,final_epoch,"
            + "final_train_cost,final_train_error,final_valid_error,final_test_error,final_valid_cost,final_test_cost,"
            + "selected_epoch,selected_train_cost,selected_train_error,selected_valid_error,selected_test_error,"
            + "selected_valid_cost,selected_test_cost\n";

    @TempDir
    private Path folder;

    private String html(String rows) {
        Synthetic.write(folder, "small.yaml", Small.YAML);
        Synthetic.write(folder, "sweep.yaml", SWEEP);
        if (!rows.isEmpty()) {
            Synthetic.write(folder, "sweep.csv", COLUMNS + rows);
        }
        return Report.of(List.of(folder)).html(OffsetDateTime.parse("2026-11-24T12:00:00Z"));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void pointsAreSortedAndTheBestOneIsShown() {
        for (String id : List.of("aaa", "bbb")) {
            Synthetic.run(
                    folder.resolve("points").resolve(id),
                    Synthetic.config("paper/3.1-mnist-tanh-dtp.yaml", "learning.noise=0." + id.length()),
                    Result.COMPLETED,
                    3);
        }
        String page = html("aaa,0.02,tanh,completed,3,2.5,3,1,1,2.5,2.6,,,3,1,1,2.5,2.6,,\n"
                + "bbb,0.5123456,relu,completed,3,2.1,3,1,1,2.1,2.6,,,3,1,1,2.1,2.6,,\n"
                + "ccc,0.9,tanh,diverged,1,,1,,,,,,,,,,,,,\n");
        assertTrue(page.contains("3 of 4 points finished (2 completed, 1 diverged). Objective: valid error at the best"
                + " epoch. The best point, bbb,"));
        assertTrue(page.indexOf("<code>bbb</code><b> best</b>") < page.indexOf("<code>aaa</code>"));
        assertTrue(page.indexOf("<code>aaa</code>") < page.indexOf("<code>ccc</code>"));
        assertTrue(page.contains(">0.5123<"));
        // a chart a key: two dots of which one is the best, and a cross
        assertEquals(2, count(page, "class=\"dot\""));
        assertEquals(2, count(page, "class=\"best\""));
        assertEquals(2, count(page, "<path d=\"M[^\"]*l6 6m0-6l-6 6\""));
        assertTrue(page.contains("1 run ·"), "of the best point alone");
        assertTrue(page.contains("points/bbb</code>"));
        assertEquals(0, count(page, "<figcaption>bits sent"), "all sent the same");
    }

    @Test
    void pointsThatSendFewerBitsAreSetAgainstTheOthers() {
        for (String name : List.of("of-reals", "of-signs")) {
            Synthetic.run(
                    folder.resolve("points").resolve(name),
                    Synthetic.config("paper/3.1-mnist-tanh-dtp.yaml", "name=" + name),
                    Result.COMPLETED,
                    3);
        }
        String page = html("of-reals,0.02,tanh,completed,3,2.1,3,1,1,2.1,2.6,,,3,1,1,2.1,2.6,,\n"
                + "of-signs,0.5,relu,completed,3,2.5,3,1,1,2.5,2.6,,,3,1,1,2.5,2.6,,\n"
                + "gone,0.9,tanh,failed,0,,0,,,,,,,,,,,,,\n");
        String chart = page.substring(page.indexOf("<figcaption>bits sent"));
        chart = chart.substring(0, chart.indexOf("</figure>"));
        assertEquals(1, count(chart, "class=\"dot\""));
        assertEquals(1, count(chart, "class=\"best\""));
        assertTrue(chart.contains("of-signs: bits sent 4.27\u00a0Gbit, 2.5000"), chart);
    }

    @Test
    void aSweepThatHasJustBegunIsAPageToo() {
        String page = html("");
        assertTrue(page.contains("<h1>Sweep search</h1>"));
        assertTrue(page.contains("No point is finished yet."));
        assertTrue(page.contains("0 of 4 points finished"));
    }
}
