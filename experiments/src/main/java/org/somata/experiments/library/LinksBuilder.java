package org.somata.experiments.library;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.somata.model.layers.LinkSpec;

/** What crosses the links of a network, as far as it has been said; real values else. */
final class LinksBuilder {
    private final Map<Integer, LinkSpec> said = new TreeMap<>();

    void link(int place, LinkSpec link) {
        said.put(place, link);
    }

    /** @param depth M: the links are those of layers 1 to M to what is below them */
    List<LinkSpec> build(int depth) {
        for (int place : said.keySet()) {
            if (place < 1 || place > depth) {
                throw new IllegalStateException(
                        "a link to layer " + place + "; the layers of this network are 1 to " + depth);
            }
        }
        return IntStream.rangeClosed(1, depth)
                .mapToObj(place -> said.getOrDefault(place, LinkSpec.REAL))
                .toList();
    }
}
