package org.somata.experiments.trace.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somata.experiments.Chromium;
import org.somata.experiments.runs.Durable;

/** A page as a browser shows it, driven by a script of a test's that clicks and types as people do. */
record Driven(Chromium chromium, Path folder) {
    private static final Pattern SEEN = Pattern.compile("(?s)<pre id=\"seen\">(.*?)</pre>");
    /** Events as a mouse and a keyboard send them; places are of the timeline's canvas. */
    private static final String TOOLS = """
            const view = window.somataTrace;
            const canvas = document.querySelector('canvas.lanes');
            const seen = {};
            const at = (x, y) => {
              const box = canvas.getBoundingClientRect();
              return { clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true, cancelable: true };
            };
            const point = (type, x, y, more = {}) => canvas.dispatchEvent(new PointerEvent(type, { ...at(x, y), ...more }));
            const click = (x, y) => { point('pointerdown', x, y); point('pointerup', x, y); view.draw(); };
            const drag = (x, y, toX, toY) => {
              point('pointerdown', x, y);
              for (let k = 1; k <= 5; k++) point('pointermove', x + (toX - x) * k / 5, y + (toY - y) * k / 5);
              point('pointerup', toX, toY);
              view.draw();
            };
            const wheel = (x, y, deltaY, more = {}) => { canvas.dispatchEvent(new WheelEvent('wheel', { ...at(x, y), deltaY, ...more })); view.draw(); };
            const key = name => { document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })); view.draw(); };
            const press = selector => { document.querySelector(selector).click(); view.draw(); };
            const type = (selector, text, name = 'Enter') => {
              const field = document.querySelector(selector);
              field.value = text;
              field.dispatchEvent(new Event('change', { bubbles: true }));
              field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
              view.draw();
            };
            const text = selector => document.querySelector(selector).innerText;
            const centre = name => {
              const box = view.timeline.marks.sliceAt(view.records.find(name));
              return [box.x + box.width / 2, box.y + box.height / 2];
            };
            const pixels = colour => {
              const copy = document.createElement('canvas');
              Object.assign(copy, { width: canvas.width, height: canvas.height });
              const context = copy.getContext('2d', { willReadFrequently: true });
              context.drawImage(canvas, 0, 0);
              const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
              const [r, g, b] = [1, 3, 5].map(k => parseInt(colour.slice(k, k + 2), 16));
              let count = 0;
              for (let k = 0; k < data.length; k += 4) if (data[k] === r && data[k + 1] === g && data[k + 2] === b) count++;
              return count;
            };
            view.draw();
            """;

    static Driven in(Path folder) {
        return new Driven(Chromium.in(folder), folder);
    }

    /** What the script found out; it puts that into {@code seen}. */
    JsonNode run(TraceView page, String script) throws IOException, InterruptedException {
        // the page's own policy would not let a test's script run
        String html = page.html().replaceFirst("<meta http-equiv[^>]*>", "") + "<script>{" + TOOLS + script
                + "\nconst shown = document.createElement('pre'); shown.id = 'seen'; shown.textContent ="
                + " JSON.stringify(seen); document.body.append(shown); }</script>";
        Path file = Files.writeString(folder.resolve("driven.html"), html);
        Chromium.Seen seen = chromium.see(file);
        assertEquals(List.of(), seen.console());
        Matcher found = SEEN.matcher(seen.dom());
        assertTrue(found.find(), "the script came to its end");
        return Durable.JSON.readTree(found.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&"));
    }

    static List<String> strings(JsonNode of) {
        return Durable.JSON.convertValue(of, new TypeReference<List<String>>() {});
    }
}
