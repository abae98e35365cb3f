package org.somata.model.numerics;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The odd shapes that every kernel must do. */
record Shape(int rows, int columns) {
    static Stream<Shape> all() {
        return Stream.of(new Shape(1, 1), new Shape(3, 7), new Shape(100, 240), new Shape(1, 2000));
    }

    /** Every bench with every shape. */
    static Stream<Arguments> onEveryBench() {
        return Bench.all().flatMap(bench -> all().map(shape -> Arguments.of(bench, shape)));
    }

    int size() {
        return rows * columns;
    }

    @Override
    public String toString() {
        return rows + " × " + columns;
    }
}
