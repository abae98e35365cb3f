package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somata.model.Examples;

class SplitTest {
    private static final OptionalInt ABSENT = OptionalInt.empty();
    private static final Dataset TEN = new Dataset("ten", labelled(10), labelled(4), ImageShape.NONE, new TreeMap<>());

    /** Example i has label i and input (i / 255). */
    private static Examples labelled(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (byte) i;
        }
        return new Labelled(
                new ByteInputs(numbers, 0, 1, 1, count),
                IntStream.range(0, count).toArray(),
                10);
    }

    private static Split split(int train, int valid, int test) {
        return Split.of(TEN, OptionalInt.of(train), OptionalInt.of(valid), OptionalInt.of(test));
    }

    @Test
    void trainingIsTheFirstAndValidationTheLast() {
        Split split = split(5, 3, 2);
        assertEquals(5, split.train().count());
        assertEquals(4, split.train().label(4));
        assertEquals(3, split.valid().count());
        assertEquals(7, split.valid().label(0));
        float[] input = new float[2];
        split.valid().copyInput(2, input, 1);
        assertEquals(9 / 255f, input[1]);
        assertEquals(2, split.test().count());
    }

    @Test
    void whatIsLeftOutTakesAllThatRemain() {
        assertEquals(7, Split.of(TEN, ABSENT, OptionalInt.of(3), ABSENT).train().count());
        assertEquals(4, Split.of(TEN, OptionalInt.of(6), ABSENT, ABSENT).valid().count());
        Split whole = Split.of(TEN, ABSENT, ABSENT, ABSENT);
        assertEquals(10, whole.train().count());
        assertEquals(0, whole.valid().count());
        assertEquals(4, whole.test().count());
    }

    @Test
    void tooManyAreRefusedSayingHowManyThereAre() {
        String message =
                assertThrows(SplitException.class, () -> split(8, 3, 1)).getMessage();
        assertTrue(message.contains("are 11, but ten has 10"), message);
        assertThrows(SplitException.class, () -> split(Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
        assertThrows(SplitException.class, () -> Split.of(TEN, ABSENT, OptionalInt.of(10), ABSENT));
        assertThrows(SplitException.class, () -> split(0, 3, 1));
        assertThrows(SplitException.class, () -> split(3, -1, 1));
        message = assertThrows(SplitException.class, () -> split(8, 2, 5)).getMessage();
        assertTrue(message.contains("5 test examples, but ten has 4"), message);
    }

    @Test
    void aViewEndsWhereItEnds() {
        Examples train = split(5, 3, 2).train();
        assertThrows(IndexOutOfBoundsException.class, () -> train.label(5));
        assertThrows(IndexOutOfBoundsException.class, () -> train.copyInput(-1, new float[1], 0));
    }
}
