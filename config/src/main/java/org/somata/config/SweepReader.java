package org.somata.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/** Reads sweep files as strictly as {@link ConfigReader} reads experiments. */
public final class SweepReader {
    private SweepReader() {}

    /**
     * @param file YAML, or JSON if its name ends in {@code .json}; UTF-8, at most 1 MiB
     * @throws ConfigException if the file, or that of its base, cannot be read or is no sweep; whether its points are
     *     valid experiments is not looked at
     */
    public static SweepFile read(Path file) {
        Document document = ConfigReader.document(ConfigReader.text(file), file.toString());
        UnknownKeys.check(document, SweepConfig.class);
        spellOut(document);
        SweepConfig config = Binding.bind(document, SweepConfig.class);
        JsonNode named = config.base().node();
        if (!named.isObject() && !named.isTextual()) {
            throw document.problem(
                    "base", Wording.is(named) + "; give the path of an experiment file, in quotes if need be");
        }
        Optional<Path> baseFile = named.isTextual()
                ? Optional.of(file.resolveSibling(named.textValue()).normalize())
                : Optional.empty();
        Document base = baseFile.map(path -> base(path, document))
                .orElseGet(
                        () -> new Document(named.deepCopy(), document.places().below("base")));
        config.set()
                .forEach((key, value) -> Overrides.apply(
                        base, key, value.node(), document.places().ofKey("set." + key)));
        return new SweepFile(config, baseFile, base, document.places());
    }

    private static Document base(Path path, Document sweep) {
        try {
            return ConfigReader.document(ConfigReader.text(path), path.toString());
        } catch (ConfigException wrong) {
            throw wrong.in("the base of " + sweep.places().of("base"));
        }
    }

    /** A bare list is a choice. */
    private static void spellOut(Document document) {
        if (!(document.root().path("space") instanceof ObjectNode space)) {
            return;
        }
        space.properties().forEach(each -> {
            JsonNode written = each.getValue();
            if (written.isArray()) {
                ObjectNode choice = JsonNodeFactory.instance.objectNode().put(Names.KIND, "choice");
                choice.set("values", written);
                each.setValue(choice);
            } else if (!written.isObject()) {
                throw document.problem(
                        "space." + each.getKey(),
                        Wording.is(written) + "; give a list of values, or {kind: range, from: …, to: …}, or such with"
                                + " log-uniform or integer");
            }
        });
    }
}
