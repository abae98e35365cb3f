package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;

class ReasonsTest {
    private static final MadeUpTrace TRACE = MadeUpTrace.lockstep(3, 40);

    private static List<String> ids(Reasons reasons) {
        return reasons.chain().stream().map(link -> link.message().id()).toList();
    }

    @Test
    void anUpdateGoesBackToThePresentation() {
        Reasons reasons = Reasons.of(TRACE, "layer-1:forward:17", false);
        // targets are layer 3's first and layer 2's second message of a presentation
        assertEquals(List.of("layer-2:34", "layer-3:17", "layer-2:33", "layer-1:17", "input:17"), ids(reasons));
        assertEquals("layer-2:34", reasons.update().cause());
        assertNull(reasons.missing());
        assertNull(reasons.effects());
        List<MessageFacts> also = reasons.chain().get(1).also();
        assertEquals(List.of("teacher:17"), also.stream().map(MessageFacts::id).toList());
        assertEquals("label", also.get(0).kind());
    }

    @Test
    void whatAMessageBroughtAboutIsFound() {
        Reasons reasons = Reasons.of(TRACE, "layer-1:5", true);
        assertEquals(
                List.of("layer-2:9"),
                reasons.effects().messages().stream().map(MessageFacts::id).toList());
        assertEquals(
                List.of("layer-2:feedback:5"),
                reasons.effects().updates().stream().map(UpdateFacts::id).toList());
    }

    @Test
    void aGapEndsTheChain() {
        Reasons reasons = Reasons.of(Story.without(TRACE, "layer-2:33"), "layer-1:forward:17", false);
        assertEquals(List.of("layer-2:34", "layer-3:17"), ids(reasons));
        assertEquals("layer-2:33", reasons.missing());
    }

    @Test
    void circlesEnd() {
        MadeUpTrace circle = Story.changed(
                TRACE, "layer-1:17", each -> new Story.Edit((MessageRecord) each).causes(Story.id(3, 17)));
        assertEquals(
                List.of("layer-2:34", "layer-3:17", "layer-2:33", "layer-1:17"),
                ids(Reasons.of(circle, "layer-1:forward:17", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "layer-3",
                "layer-0:1",
                "3:17",
                "layer-3:sideways:1",
                "input:forward:1",
                "layer-3:-1",
                "layer-3:1x"
            })
    void whatIsNoNameIsRefused(String name) {
        String message = assertThrows(NoSuchRecordException.class, () -> Reasons.of(TRACE, name, false))
                .getMessage();
        assertTrue(message.startsWith("nothing in a trace is called " + name + "; "), message);
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        assertEquals(
                "the trace has no message layer-2:81; of layer-2 it has 80, from layer-2:1 to layer-2:80",
                assertThrows(NoSuchRecordException.class, () -> Reasons.of(TRACE, "layer-2:81", false))
                        .getMessage());
        assertEquals(
                "the trace has no update layer-3:feedback:1, and none of layer-3:feedback",
                assertThrows(NoSuchRecordException.class, () -> Reasons.of(TRACE, "layer-3:feedback:1", false))
                        .getMessage());
    }
}
