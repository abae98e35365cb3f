package org.somata.experiments.data;

import java.util.function.Consumer;

/** What an origin may use: other programs, the network, and a line to the user. */
record Means(Tools tools, Downloads downloads, Consumer<String> log) {}
