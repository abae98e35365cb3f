package org.somata.experiments.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.Trace;

/** Perfetto's and Chrome's formats: the same picture, as their readers see it. */
class TimelineTest {
    @TempDir
    private Path folder;

    private Picture picture(Export export, Trace trace) throws IOException {
        byte[] bytes = new Exports(folder).bytes(export, trace);
        return export.format() == Format.PERFETTO ? PerfettoReader.read(bytes) : ChromeReader.read(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void aTurnIsAMicrosecondWithAnArrowFromItsCause(Format format) throws IOException {
        Picture picture = picture(Exports.all(format), MadeUpTrace.lockstep(3, 2));
        assertEquals("made-up", picture.process());
        assertEquals(
                Set.of("teacher", "input", "layer-1", "layer-2", "layer-3"),
                picture.slices().stream().map(Picture.Slice::track).collect(Collectors.toSet()));
        Picture.Slice target = picture.of("layer-3:2", "target");
        assertEquals(
                new Picture.Slice(
                        "layer-2",
                        "target",
                        10_000,
                        11_000,
                        0,
                        new TreeMap<>(Map.of(
                                "bits",
                                "256",
                                "category",
                                "message",
                                "id",
                                "layer-3:2",
                                "presentation",
                                "2",
                                "v_version",
                                "1",
                                "w_version",
                                "1"))),
                target);
        assertEquals(2 * 6, picture.arrows().size());
        for (Picture.Arrow arrow : picture.arrows()) {
            assertEquals("send " + arrow.to().name(), arrow.from().name());
            assertTrue(arrow.from().from() <= arrow.to().from());
            int within = arrow.from().track().startsWith("layer") ? 1 : 0;
            assertEquals(within, arrow.from().depth(), "a layer's messages leave within its turns");
        }
        Picture.Arrow arrow = picture.arrows().stream()
                .filter(each -> each.to().equals(target))
                .findFirst()
                .orElseThrow();
        assertEquals("layer-3", arrow.from().track());
        assertEquals(9_980, arrow.from().from());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void anUpdateIsWithinTheTurnThatBroughtItAbout(Format format) throws IOException {
        Picture picture = picture(Exports.all(format), MadeUpTrace.lockstep(3, 2));
        Picture.Slice target = picture.of("layer-3:2", "target");
        Picture.Slice update = picture.of("layer-2:forward:2", "update W2");
        assertEquals("layer-2", update.track());
        assertEquals(1, update.depth());
        assertTrue(target.from() < update.from() && update.to() < target.to());
        assertEquals("layer-3:2", update.notes().get("cause"));
        assertEquals("0.5", update.notes().get("loss"));
        assertEquals("2", update.notes().get("version"));
        assertEquals(Map.of(4_874L, 1.0, 10_874L, 0.5), picture.counters().get("layer-2 forward loss"));
        assertEquals(Map.of(4_874L, 0.0), picture.counters().get("layer-2 forward staleness"), "once, as it stays");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void theMachinesTimesAreTakenWhereTheyAreAskedFor(Format format) throws IOException {
        Picture picture = picture(Exports.wall(format), MadeUpTrace.lockstep(3, 2));
        Picture.Slice target = picture.of("layer-3:2", "target");
        assertEquals(10_200, target.from());
        assertEquals(10_900, target.to());
        Picture.Slice update = picture.of("layer-2:forward:2", "update W2");
        assertEquals(10_910, update.from());
        assertEquals(10_989, update.to(), "the next turn may begin at 10,990");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void everyOutcomeIsShownAndCounted(Format format) throws IOException {
        Picture picture = picture(Exports.all(format), Messy.trace());
        assertEquals(Messy.NAME, picture.process());
        assertEquals(3_149, picture.of("layer-2:3", "target lost").from());
        assertEquals("layer-2", picture.of("layer-2:3", "target lost").track());
        assertEquals("layer-2", picture.of("layer-2:5", "target in-flight").track());
        assertEquals("layer-1", picture.of("layer-2:2", "target expired").track());
        assertEquals("layer-1", picture.of("layer-2:1", "target duplicate").track());
        assertEquals(Map.of(3_149L, 1.0, 3_159L, 2.0), picture.counters().get("lost from layer-2 to layer-1"));
        assertEquals(Map.of(6_000L, 1.0), picture.counters().get("expired from layer-2 to layer-1"));
        assertEquals(Map.of(6_100L, 1.0), picture.counters().get("duplicate from layer-2 to layer-1"));
        assertEquals(
                List.of("activation", "activation", "label", "target", "target expired"),
                picture.arrows().stream()
                        .map(arrow -> arrow.to().name())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void threeUpdatesOfOneTurnLieSideBySideAndOneThatWasPutOffAlone(Format format) throws IOException {
        Picture picture = picture(Exports.all(format), Messy.trace());
        List<Picture.Slice> updates = picture.on("layer-1").stream()
                .filter(slice -> slice.name().startsWith("update"))
                .toList();
        assertEquals(
                List.of("update V1", "update V2", "update V1", "update W1", "update V1"),
                updates.stream().map(Picture.Slice::name).toList());
        assertEquals(
                List.of(1, 1, 1, 1, 0),
                updates.stream().map(Picture.Slice::depth).toList());
        assertEquals(5_000, updates.get(4).from());
        assertEquals(5_000, updates.get(4).to());
        assertFalse(picture.counters().containsKey("layer-2 forward loss"), "infinite");
        assertEquals(Map.of(2_749L, 3.0), picture.counters().get("layer-2 forward staleness"));
    }

    /** The readers see to it that slices nest. */
    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void bothClocksShowTheSameThings(Format format) throws IOException {
        MadeUpTrace trace = MadeUpTrace.lockstep(4, 30);
        Picture logical = picture(Exports.all(format), trace);
        Picture wall = picture(Exports.wall(format), trace);
        assertEquals(30 * (2 * 8 + 6), logical.slices().size());
        assertEquals(logical.slices().size(), wall.slices().size());
        assertEquals(30 * 8, logical.arrows().size());
        assertEquals(30 * 8, wall.arrows().size());
        assertEquals(logical.counters().keySet(), wall.counters().keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void whatHasNoTimeIsCounted(Format format) {
        Exported exported = Exports.wall(format).write(Messy.trace(), folder.resolve("out"));
        assertEquals(0, exported.records());
        assertEquals(Messy.trace().records().size(), exported.timeless());
    }
}
