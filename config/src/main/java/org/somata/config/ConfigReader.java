package org.somata.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads experiment files strictly: the first thing that is wrong is named with its place, and nothing is guessed. */
public final class ConfigReader {
    private static final int MOST_BYTES = 1 << 20;

    private ConfigReader() {}

    /**
     * @param file YAML, or JSON if its name ends in {@code .json}; UTF-8, at most 1 MiB
     * @param overrides {@code path.to.key=value} each, the value in YAML, applied in this order; {@code null} takes a
     *     key out, a number in the path counts list entries from 0
     * @throws ConfigException if the file cannot be read, or is no configuration
     */
    public static ExperimentConfig read(Path file, List<String> overrides) {
        return parse(text(file), file.toString(), overrides);
    }

    /** @throws ConfigException if the file cannot be read, or is no text of a configuration's size */
    static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw problem(file, "is larger than 1 MiB; no configuration is", null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw problem(file, "there is no such file; give the path of a configuration", e);
        } catch (CharacterCodingException e) {
            throw problem(file, "is no UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw problem(file, "cannot be read: " + e.getMessage() + "; give a file that can", e);
        }
    }

    /**
     * @param text as in a file
     * @param sourceName stands for the file in messages; {@code .json} at its end means JSON
     * @param overrides as in {@link #read}
     * @throws ConfigException if this is no configuration
     */
    public static ExperimentConfig parse(String text, String sourceName, List<String> overrides) {
        Document document = document(text, sourceName);
        overrides.forEach(override -> Overrides.apply(document, override));
        return bind(document);
    }

    /** @throws ConfigException if the text is no mapping */
    static Document document(String text, String sourceName) {
        Document document = Document.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, sourceName);
        if (!document.root().isObject()) {
            throw document.problem("", Wording.is(document.root()) + "; give a mapping of keys to values");
        }
        return document;
    }

    /**
     * Takes out of the document what its rule and its schedule do not use.
     *
     * @throws ConfigException if the document is no experiment
     */
    static ExperimentConfig bind(Document document) {
        UnknownKeys.check(document, ExperimentConfig.class);
        // even what is not used has to be right, so everything is bound before the unused is taken out
        ExperimentConfig whole = Binding.bind(document, ExperimentConfig.class);
        List<String> unused = Unused.prune(document.root(), whole);
        return unused.isEmpty()
                ? whole
                : Binding.bind(document, ExperimentConfig.class).withUnused(unused);
    }

    private static ConfigException problem(Path file, String what, IOException cause) {
        return new ConfigException(file.toString(), "", what, cause);
    }
}
