package org.somata.experiments.trace.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.Window;

class TraceViewTest {
    /** Each presentation of three layers has a label, three activations and two targets. */
    private static final MadeUpTrace LOCKSTEP = MadeUpTrace.lockstep(3, 10);

    @Test
    void theFirstMessagesOfAWindowAreShownAndItIsSaidWhatIsLeftOut() {
        Excerpt excerpt = Excerpt.of(LOCKSTEP, new Window(12, Long.MAX_VALUE, 1, 3, 1), 9);
        assertEquals(9, excerpt.messages().size());
        assertEquals(12, excerpt.messages().get(0).time());
        assertEquals(8 * 6 - 9, excerpt.leftOut());
        assertEquals(21, excerpt.next());
        assertTrue(excerpt.updates().stream().allMatch(update -> update.time() <= 21));
        assertEquals(
                List.of(
                        "Of the trace this is a window: from 12 on, what came to layers 1..3.",
                        "These are the first 9 of 48 messages. To look at later ones: somata trace view RUN --from 21;"
                                + " at more of them: --max-messages N."),
                TraceView.of(LOCKSTEP, new Window(12, Long.MAX_VALUE, 1, 3, 1), 9, false)
                        .notes());
    }

    @Test
    void whatWasNeverHandledStandsAmongTheFirstIfItWasSentThen() {
        MadeUpTrace lively = Lively.of(3, 200);
        long lost = lively.records().stream()
                .filter(each -> each instanceof MessageRecord message && message.outcome() == Outcome.LOST)
                .count();
        assertTrue(lost > 0);
        Excerpt all = Excerpt.of(lively, Window.ALL, 100_000);
        Excerpt some = Excerpt.of(lively, Window.ALL, 600);
        assertEquals(
                all.messages().subList(0, 600).stream().map(MessageRecord::time).toList(),
                some.messages().stream().map(MessageRecord::time).toList());
        assertTrue(some.messages().stream().anyMatch(message -> message.outcome() == Outcome.LOST));
    }

    @Test
    void gapsAreSaid() {
        MadeUpTrace torn = new MadeUpTrace(
                LOCKSTEP.header(),
                LOCKSTEP.records(),
                List.of(new Trace.Gap("part-2.somata: byte 4096", "the checksum is wrong", 17)));
        assertEquals(
                List.of("Missing: 17 records, the checksum is wrong (part-2.somata: byte 4096)."),
                TraceView.of(torn, Window.ALL, 100, false).notes());
    }

    @Test
    void fiftyThousandMessagesAreAFewMegabytes() {
        int bytes = TraceView.of(MadeUpTrace.lockstep(7, 3600), Window.ALL, TraceView.MESSAGES, true)
                .html()
                .length();
        assertTrue(bytes < 3_000_000, bytes + " bytes");
    }

    @Test
    void aPieceOfAReportIsLight() {
        TraceView piece = TraceView.of(MadeUpTrace.lockstep(7, 3600), Window.ALL, 2_000, false);
        int bytes = piece.element().toString().length()
                + TraceView.script().toString().length();
        assertTrue(bytes < 120_000, bytes + " bytes");
    }

    @Test
    void nothingIsLoaded() {
        String page = TraceView.of(LOCKSTEP, Window.ALL, 100, true).html();
        assertTrue(page.contains("default-src &#39;none&#39;"));
        for (String none :
                List.of("http:", "https:", "@import", "url(", " src=", "fetch(", "XMLHttpRequest", "eval(")) {
            assertTrue(!page.contains(none), none);
        }
    }

    @Test
    void namesOfRunsAreText() {
        MadeUpTrace evil = new MadeUpTrace(
                new TraceHeader(
                        "</div><script>alert(1)</script>",
                        1,
                        "<b>",
                        LOCKSTEP.header().level(),
                        LOCKSTEP.header().clock(),
                        LOCKSTEP.header().units(),
                        2,
                        6,
                        0),
                new ArrayList<>(LOCKSTEP.records()),
                List.of());
        String page = TraceView.of(evil, Window.ALL, 100, true).html();
        assertEquals(2, page.split("<script>", -1).length, "its own script alone");
    }

    @Test
    void atLeastAMessageIsShown() {
        assertThrows(IllegalArgumentException.class, () -> TraceView.of(LOCKSTEP, Window.ALL, 0, false));
    }
}
