package org.somata.experiments.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferTest {
    private final Buffer buffer = new Buffer();

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 10, -1, -120, 1_234_567_890_123_456_789L, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersAreAsJavaWritesThem(long number) {
        assertEquals(Long.toString(number), text(buffer.put(number)));
    }

    @Test
    void thousandthsAreWrittenWhereThereAreAny() {
        for (long number : new long[] {0, 980, 12_000, 12_034}) {
            buffer.putThousandths(number).put(' ');
        }
        assertEquals("0 0.980 12 12.034 ", text(buffer));
    }

    @Test
    void stringsAreQuotedAsJsonHasIt() {
        assertEquals("\"a \\\"b\\\\ \\n é\"", text(buffer.putQuoted("a \"b\\ \n é")));
    }

    private static String text(Buffer buffer) {
        return new String(buffer.bytes(), 0, buffer.size(), StandardCharsets.UTF_8);
    }

    /** As the library that will read it has it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 300, 1 << 21, Integer.MAX_VALUE})
    void varintsAreProtobufs(int number) throws IOException {
        buffer.putVarint(number);
        CodedInputStream read = CodedInputStream.newInstance(buffer.bytes(), 0, buffer.size());
        assertEquals(number, read.readUInt32());
        assertTrue(read.isAtEnd());
    }

    @Test
    void itGrows() {
        byte[] much = new byte[5_000];
        buffer.put('a').put(much).put('b').put(much);
        assertEquals(10_002, buffer.size());
        assertEquals('b', buffer.bytes()[5_001]);
    }
}
