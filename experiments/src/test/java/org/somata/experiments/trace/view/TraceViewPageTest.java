package org.somata.experiments.trace.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Chromium;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;
import org.somata.model.signals.MessageId;

/** Traces as a browser shows them. */
class TraceViewPageTest {
    private static final MadeUpTrace LOCKSTEP = MadeUpTrace.lockstep(3, 40);

    @TempDir
    private Path folder;

    private JsonNode drive(MadeUpTrace trace, boolean wall, String script) throws Exception {
        return Driven.in(folder).run(TraceView.of(trace, Window.ALL, TraceView.MESSAGES, wall), script);
    }

    @Test
    void thePageIsSeenWithoutComplaint() throws Exception {
        Chromium chromium = Chromium.in(folder);
        Path page = folder.resolve("trace.html");
        TraceView.of(LOCKSTEP, Window.ALL, 100, true).write(page);
        Chromium.Seen seen = chromium.see(page);
        assertEquals(List.of(), seen.console());
        assertTrue(seen.dom().contains("These are the first 100 of 240 messages."), seen.dom());
        assertTrue(seen.dom().contains("aria-label=\"Timeline."));
        assertTrue(seen.dom().contains("data-kind=\"target\""));
        assertFalse(seen.dom().contains("class=\"records\""), "the data have been read");
    }

    @Test
    void whatThePageKnowsIsWhatWasRecorded() throws Exception {
        MadeUpTrace lively = Lively.of(4, 60);
        JsonNode seen = drive(lively, true, """
                const r = view.records;
                seen.messages = Array.from({ length: r.count }, (_, i) => [r.name(i), r.word(i), r.from[i], r.to[i],
                  r.presentation[i], r.w[i], r.v[i], r.outcomes[r.outcome[i]], r.links[r.link[i]].bits,
                  ...r.clocks.flatMap(c => [c.sent[i], c.delivered[i], c.started[i], c.finished[i]]),
                  ...view.relations.causes(i).map(c => r.name(c))].join(' '));
                seen.updates = Array.from({ length: r.updates }, (_, u) => [r.name(r.count + u), r.name(r.update.cause[u]),
                  r.update.presentation[u], r.update.staleness[u], r.clocks[0].done[u], r.clocks[1].begun[u], r.clocks[1].done[u],
                  r.update.loss[u].toFixed(6), r.update.norm[u].toFixed(6)].join(' '));
                const place = r.payloads.of(0) ?? r.payloads.of(1);
                seen.mean = r.payloads.mean[place];
                """);
        List<String> messages = new ArrayList<>();
        List<String> updates = new ArrayList<>();
        lively.records().forEach(each -> {
            if (each instanceof MessageRecord message) {
                messages.add(words(message));
            } else if (each instanceof UpdateRecord update) {
                updates.add(words(update));
            }
        });
        assertEquals(messages.stream().sorted().toList(), sorted(seen.get("messages")));
        assertEquals(updates.stream().sorted().toList(), sorted(seen.get("updates")));
        assertEquals(0.125, seen.get("mean").asDouble());
    }

    private static List<String> sorted(JsonNode of) {
        return Driven.strings(of).stream().sorted().toList();
    }

    private static String words(MessageRecord of) {
        return (of.name() + " " + of.kind().label() + " " + of.from() + " " + of.to() + " " + of.presentation() + " "
                        + of.wVersion() + " " + of.vVersion() + " "
                        + of.outcome().label() + " " + of.bits() + " "
                        + words(of.times()) + " " + words(of.wall()) + " "
                        + of.causes().stream().map(MessageId::toString).collect(Collectors.joining(" ")))
                .strip();
    }

    private static String words(Times of) {
        return of.sent() + " " + of.delivered() + " " + of.started() + " " + of.finished();
    }

    private static String words(UpdateRecord of) {
        return String.format(
                Locale.ROOT,
                "%s %s %d %d %d %d %d %.6f %.6f",
                of.name(),
                of.cause(),
                of.presentation(),
                of.staleness(),
                of.time(),
                of.wallStarted(),
                of.wallFinished(),
                of.loss(),
                of.norm());
    }

    @Test
    void theWheelZoomsAtThePointerAndDraggingMoves() throws Exception {
        JsonNode seen = drive(LOCKSTEP, false, """
                seen.first = view.describe();
                const x = 400;
                seen.before = view.timeline.time(x);
                wheel(x, 200, -900);
                seen.after = view.timeline.time(x);
                seen.zoomed = view.describe();
                drag(400, 200, 300, 200);
                seen.dragged = view.describe();
                seen.scale = view.timeline.scale;
                wheel(x, 200, 240, { shiftKey: true });
                seen.panned = view.describe();
                wheel(x, 200, 60, { ctrlKey: true });
                seen.pinched = view.describe();
                """);
        double before = seen.get("before").asDouble();
        assertEquals(before, seen.get("after").asDouble(), 1e-6);
        assertEquals(width(seen.get("first")) * Math.exp(-900 * 0.0016), width(seen.get("zoomed")), 1e-6);
        assertEquals(
                seen.get("zoomed").get("from").asDouble()
                        + 100 / seen.get("scale").asDouble(),
                seen.get("dragged").get("from").asDouble(),
                1e-6);
        assertEquals(width(seen.get("zoomed")), width(seen.get("dragged")), 1e-6);
        assertTrue(seen.get("panned").get("from").asDouble()
                > seen.get("dragged").get("from").asDouble());
        assertTrue(width(seen.get("pinched")) > width(seen.get("panned")));
        assertEquals("", seen.get("dragged").get("selected").asText(), "what drags doesn't click");
    }

    private static double width(JsonNode of) {
        return of.get("to").asDouble() - of.get("from").asDouble();
    }

    @Test
    void keysMoveZoomAndGoFromPresentationToPresentation() throws Exception {
        JsonNode seen = drive(LOCKSTEP, false, """
                const states = seen.states = {};
                const after = name => { key(name); states[name] = view.describe(); };
                view.showPresentation(7);
                after('n'); after('p'); after('ArrowRight'); after('-'); after('+'); after('Home');
                key('.'); states['.'] = view.describe(); after('Escape');
                """);
        JsonNode states = seen.get("states");
        assertEquals(8, states.get("n").get("presentation").asInt());
        assertTrue(states.get("n").get("from").asDouble() < 42
                && states.get("n").get("to").asDouble() > 48);
        assertEquals(7, states.get("p").get("presentation").asInt());
        assertTrue(states.get("ArrowRight").get("from").asDouble()
                > states.get("p").get("from").asDouble());
        assertEquals(width(states.get("ArrowRight")), width(states.get("+")), 1e-6);
        assertTrue(width(states.get("-")) > width(states.get("+")));
        assertTrue(states.get("Home").get("from").asDouble() <= 0
                && states.get("Home").get("to").asDouble() >= 240);
        assertFalse(states.get(".").get("selected").asText().isEmpty());
        assertEquals("", states.get("Escape").get("selected").asText());
    }

    @Test
    void aClickedMessageShowsItsRecordAndLightsCausesAndEffects() throws Exception {
        JsonNode seen = drive(LOCKSTEP, true, """
                view.showPresentation(5);
                view.draw();
                click(...centre('layer-3:5'));
                seen.state = view.describe();
                seen.panel = text('.panel');
                seen.address = location.hash;
                press('.panel .effects a');
                seen.effect = view.describe();
                key('Escape');
                seen.hidden = document.querySelector('.panel').hidden && location.hash === '';
                const [x, y] = view.timeline.marks.markAt(view.records.find('layer-2:forward:5'));
                click(x, y);
                seen.update = text('.panel');
                """);
        JsonNode state = seen.get("state");
        assertEquals("layer-3:5", state.get("selected").asText());
        assertEquals(List.of("input:5", "layer-1:5", "layer-2:9", "teacher:5"), Driven.strings(state.get("causes")));
        assertEquals(
                List.of("layer-1:forward:5", "layer-2:10", "layer-2:forward:5"), Driven.strings(state.get("effects")));
        String panel = seen.get("panel").asText();
        for (String part : List.of(
                "layer-3:5",
                "target · presentation 5",
                "layer-3 → layer-2",
                "handled",
                "W 4, V 4",
                "4 × 2",
                "256",
                "position",
                "wall time",
                "28 200 ns")) {
            assertTrue(panel.replace('\u202f', ' ').contains(part), part + " in " + panel);
        }
        assertEquals("#layer-3:5", seen.get("address").asText());
        assertEquals("layer-2:10", seen.get("effect").get("selected").asText());
        assertTrue(seen.get("hidden").asBoolean());
        assertTrue(
                seen.get("update").asText().contains("W of layer 2"),
                seen.get("update").asText());
        assertTrue(
                seen.get("update").asText().contains("0.2"), seen.get("update").asText());
    }

    @Test
    void kindsHaveTheirColoursNearAndFarAndCanBeHidden() throws Exception {
        JsonNode seen = drive(Lively.of(5, 800), false, """
                const colours = view.colours.kinds;
                seen.far = view.describe();
                seen.farPixels = colours.map(pixels);
                view.showPresentation(40);
                view.draw();
                seen.near = view.describe();
                seen.nearPixels = colours.map(pixels);
                const lost = view.records.outcomes.indexOf('lost');
                const item = view.records.outcome.indexOf(lost);
                view.select(item, true);
                view.draw();
                seen.lost = pixels(view.colours.lost);
                seen.lostText = text('.panel');
                key('Escape');
                view.showPresentation(40);
                press('[data-kind=target]');
                seen.hidden = colours.map(pixels);
                press('[data-kind=target]');
                press('[data-value=staleness]');
                seen.stale = view.colours.stale.map(pixels).reduce((a, b) => a + b);
                seen.legend = text('.legend');
                type('[aria-label="Show one presentation alone"]', '40');
                seen.only = view.describe();
                """);
        assertTrue(seen.get("far").get("aggregated").asBoolean());
        assertFalse(seen.get("near").get("aggregated").asBoolean());
        for (int kind = 0; kind < 3; kind++) {
            assertTrue(seen.get("farPixels").get(kind).asInt() > 50, seen.get("farPixels")::toString);
            assertTrue(seen.get("nearPixels").get(kind).asInt() > 50, seen.get("nearPixels")::toString);
        }
        assertTrue(seen.get("lost").asInt() > 4, seen.get("lost")::toString);
        assertTrue(seen.get("lostText").asText().contains("lost"));
        assertEquals(0, seen.get("hidden").get(1).asInt(), "targets are hidden");
        assertTrue(seen.get("hidden").get(0).asInt() > 50);
        assertTrue(seen.get("stale").asInt() > 50);
        String legend = seen.get("legend").asText();
        for (String part : List.of("activation", "target", "label", "lost", "duplicate", "expired", "staleness 0")) {
            assertTrue(legend.contains(part), part + " in " + legend);
        }
        assertEquals(40, seen.get("only").get("presentation").asInt());
    }

    @Test
    void idsAndPresentationsAreFoundAndTheClockCanBeChanged() throws Exception {
        JsonNode seen = drive(LOCKSTEP, true, """
                const look = words => { type('[type=search]', words); return view.describe(); };
                seen.message = look('layer-2:20');
                seen.update = look('layer-1:forward:17');
                seen.presentation = look('12');
                seen.none = look('layer-9:1') && text('.answer');
                seen.wrong = look('the third one') && text('.answer');
                press('[aria-label=Clock] [data-value="1"]');
                seen.wall = view.describe();
                """);
        assertEquals("layer-2:20", seen.get("message").get("selected").asText());
        assertEquals("layer-1:forward:17", seen.get("update").get("selected").asText());
        assertTrue(seen.get("presentation").get("from").asDouble() < 66
                && seen.get("presentation").get("to").asDouble() > 72
                && width(seen.get("presentation")) < 12);
        assertEquals("layer-9:1 is not in this page", seen.get("none").asText());
        assertTrue(seen.get("wrong").asText().startsWith("not an id: try layer-3:1742"));
        assertEquals(12, seen.get("wall").get("presentation").asInt());
        assertTrue(seen.get("wall").get("to").asDouble() > 70_000);
    }

    @Test
    void aPresentationIsASequenceDiagram() throws Exception {
        JsonNode seen = drive(LOCKSTEP, false, """
                view.showPresentation(3);
                press('[data-tab=sequence]');
                const steps = () => [...document.querySelectorAll('.step')];
                seen.steps = steps().map(step => step.dataset.name);
                seen.lifelines = [...document.querySelectorAll('.diagram .name')].map(name => name.textContent);
                steps()[3].dispatchEvent(new MouseEvent('click', { bubbles: true }));
                view.draw();
                seen.selected = view.describe();
                seen.lit = steps().filter(step => !step.classList.contains('dim')).map(step => step.dataset.name);
                seen.address = location.hash;
                press('[aria-label^=Next]');
                seen.next = steps().map(step => step.dataset.name)[0];
                """);
        List<String> steps = Driven.strings(seen.get("steps"));
        assertEquals(6 + 4, steps.size(), steps::toString);
        assertEquals(List.of("teacher:3", "input:3", "layer-1:3", "layer-2:5"), steps.subList(0, 4));
        assertEquals(
                List.of("teacher", "layer 3", "layer 2", "layer 1", "input"), Driven.strings(seen.get("lifelines")));
        assertEquals("layer-2:5", seen.get("selected").get("selected").asText());
        assertTrue(Driven.strings(seen.get("lit")).contains("input:3"));
        assertFalse(Driven.strings(seen.get("lit")).contains("teacher:3"));
        assertEquals("#layer-2:5/sequence", seen.get("address").asText());
        assertEquals("teacher:4", seen.get("next").asText());
    }

    @Test
    void signalsArePicturesWhereTheyWereRecorded() throws Exception {
        JsonNode seen = drive(Lively.of(3, 120), false, """
                press('[data-tab=signals]');
                seen.links = [...document.querySelectorAll('.maps figure')].map(figure => figure.dataset.link);
                const map = document.querySelector('.maps figure:nth-child(2) canvas');
                seen.units = map.height;
                const box = map.getBoundingClientRect();
                map.dispatchEvent(new MouseEvent('click', { clientX: box.left + box.width / 2, clientY: box.top + 9, bubbles: true }));
                view.draw();
                seen.panel = text('.panel');
                const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
                seen.colours = new Set(new Uint32Array(data.buffer)).size;
                seen.arrays = document.querySelectorAll('.arrays option').length;
                const whole = document.querySelector('.arrays canvas');
                seen.whole = [whole.width, whole.height];
                """);
        assertEquals(
                List.of("layer-2 → layer-3", "layer-1 → layer-2", "input → layer-1"),
                Driven.strings(seen.get("links")));
        assertEquals(16, seen.get("units").asInt());
        assertTrue(seen.get("colours").asInt() > 20);
        assertTrue(seen.get("panel").asText().contains("from → to"));
        assertTrue(
                seen.get("panel").asText().contains("layer-1 → layer-2"),
                seen.get("panel").asText());
        assertTrue(seen.get("panel").asText().contains("standard deviation"));
        assertTrue(seen.get("arrays").asInt() >= 5);
        assertEquals(List.of("24", "10"), Driven.strings(seen.get("whole")));
    }

    @Test
    void whereNoSignalsWereRecordedItIsSaidHowToHaveThem() throws Exception {
        JsonNode seen = drive(LOCKSTEP, false, "press('[data-tab=signals]'); seen.said = text('.pane.signals');");
        assertTrue(seen.get("said").asText().contains("--trace payload"));
    }

    @Test
    void aTraceWithoutRecordsIsAPageToo() throws Exception {
        JsonNode seen = drive(
                LOCKSTEP.with(List.<TraceRecord>of()),
                true,
                "for (const tab of ['sequence', 'signals', 'timeline']) press(`[data-tab=${tab}]`);"
                        + " wheel(300, 200, 100); click(300, 200); key('n'); seen.state = view.describe();");
        assertEquals("", seen.get("state").get("selected").asText());
    }

    /** How long it takes depends on the machine: printed, not asserted. */
    @Test
    void fiftyThousandMessagesAreDrawn() throws Exception {
        JsonNode seen = drive(MadeUpTrace.lockstep(7, 3600), false, """
                seen.state = view.describe();
                const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                // reading a pixel waits until all has been painted
                const paint = () => { copy.drawImage(canvas, 0, 0); copy.getImageData(0, 0, 1, 1); };
                const pan = () => {
                  const times = [];
                  for (let k = 0; k < 60; k++) {
                    view.pan((view.to - view.from) * 0.002 * (k < 30 ? 1 : -1));
                    const begun = performance.now();
                    view.draw();
                    paint();
                    times.push(performance.now() - begun);
                  }
                  return times.sort((a, b) => a - b);
                };
                seen.all = pan();
                view.zoom(1 / 8); seen.eighth = pan();
                while (view.timeline.aggregated) { view.zoom(1 / 1.05); view.draw(); }
                seen.inSight = text('.range');
                seen.single = pan();
                """);
        assertTrue(seen.get("state").get("aggregated").asBoolean());
        assertEquals(50_000, seen.get("state").get("to").asDouble(), 1_500);
        for (String how : List.of("all", "eighth", "single")) {
            System.out.printf(
                    Locale.ROOT,
                    "trace view, 50,000 messages, redraw and painting while panning, %s in sight: median %.1f ms, slowest %.1f ms%n",
                    how,
                    seen.get(how).get(30).asDouble(),
                    seen.get(how).get(59).asDouble());
        }
        System.out.println("single: " + seen.get("inSight").asText());
    }
}
