package org.somata.experiments.bench;

/** Some work whose speed is measured, and whose parts are all alike. */
interface Contender extends AutoCloseable {
    /** Does so many parts of it: steps, products. */
    void work(int times);

    @Override
    default void close() {}
}
