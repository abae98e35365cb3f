package org.somata.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Reads text into a tree and refuses what no experiment needs and what can harm: anchors and aliases, tags, a second
 * document, deep nesting, duplicate keys, empty values, numbers that are none.
 */
final class DocumentReader {
    private static final int DEEPEST = 50;
    // words such as yes and on are no booleans, here or in YAML 1.2
    private static final YAMLFactory YAML =
            new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS);
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Places places;
    private final Syntax.Naming naming;
    private JsonParser parser;
    private int[] points;

    /**
     * @param places takes down where everything stands
     * @param naming of a location in the text
     */
    DocumentReader(Places places, Syntax.Naming naming) {
        this.places = places;
        this.naming = naming;
    }

    /** @param path of the whole text, "" unless it belongs to something larger */
    JsonNode read(String text, boolean json, String path) {
        try (JsonParser opened = (json ? JSON : YAML).createParser(text)) {
            parser = opened;
            points = text.codePoints().toArray();
            if (parser.nextToken() == null) {
                throw problem(path, "is empty; give a configuration");
            }
            JsonNode root = node(path, 0);
            if (parser.nextToken() != null) {
                throw problem(path, "a second document begins here; keep one configuration in a file");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw Syntax.problem(e, path, naming);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    private JsonNode node(String path, int depth) throws IOException {
        plain(path);
        if (depth > DEEPEST) {
            throw problem(path, "is nested more than " + DEEPEST + " deep; no configuration needs that");
        }
        places.value(path, here());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> array(path, depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> whole(path);
            case VALUE_NUMBER_FLOAT -> real(path);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw problem(path, "is neither text, number, true, false, list nor mapping");
        };
    }

    private ObjectNode object(String path, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String below = Places.join(path, key);
            plain(below);
            if (object.has(key)) {
                throw problem(below, "is given twice, first at " + places.ofKey(below) + "; keep one");
            }
            places.key(below, here());
            parser.nextToken();
            JsonNode value = node(below, depth + 1);
            if (value.isNull()) {
                throw problem(below, "has no value; give one, or leave the key out to have the default");
            }
            // complaints about a whole mapping or list belong to its key, not to its first entry
            if (value.isContainerNode()) {
                places.value(below, places.ofKey(below));
            }
            object.set(key, value);
        }
        return object;
    }

    private ArrayNode array(String path, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String below = Places.join(path, Integer.toString(array.size()));
            JsonNode value = node(below, depth + 1);
            if (value.isNull()) {
                throw problem(below, "has no value; give one, or leave the entry out");
            }
            array.add(value);
        }
        return array;
    }

    /** No anchor, alias or tag: their signs begin no value, and Jackson does not tell of an anchor on a scalar. */
    private void plain(String path) throws IOException {
        if (!(parser instanceof YAMLParser)) {
            return;
        }
        int at = (int) parser.currentTokenLocation().getCharOffset();
        int sign = at >= 0 && at < points.length ? points[at] : ' ';
        if (sign == '&' || sign == '*') {
            throw problem(path, "is an anchor (&) or an alias (*), which are not read; write the value out");
        } else if (sign == '!') {
            throw problem(path, "carries a tag (!), which is not read; write the plain value");
        }
    }

    private JsonNode whole(String path) throws IOException {
        String text = parser.getText();
        if (!text.matches("[-+]?(0|[1-9][0-9]{0,99})")) {
            throw problem(path, "is " + text + "; write a whole number in decimal digits, with no 0 before them");
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(new BigInteger(text));
        };
    }

    private JsonNode real(String path) throws IOException {
        String text = parser.getText();
        double value = text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Double.parseDouble(text)
                : Double.NaN;
        if (!Double.isFinite(value)) {
            throw problem(path, "is " + text + "; give a finite number, such as 0.5 or 5e-4");
        }
        return NODES.numberNode(value);
    }

    private String here() {
        JsonLocation at = parser.currentTokenLocation();
        return naming.of(at.getLineNr(), at.getColumnNr());
    }

    private ConfigException problem(String path, String what) {
        return new ConfigException(here(), path, what);
    }
}
