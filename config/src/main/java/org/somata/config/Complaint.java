package org.somata.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what Jackson says into the place in the file, what is wrong there, and what would do instead. */
final class Complaint {
    private Complaint() {}

    static ConfigException of(JsonMappingException e, Document document) {
        String path = path(e.getPath());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return document.problem(document.written(Places.join(path, problem.key())), problem.what());
            }
        }
        JsonNode given = document.at(path);
        if (e instanceof InvalidTypeIdException kind && (given.isObject() || given.isTextual())) {
            return kind(kind, path, document);
        }
        Optional<Component> component = component(e.getPath());
        Class<?> type = component.<Class<?>>map(Component::type).orElseGet(() -> target(e));
        String takes = component.map(Component::takes).orElseGet(() -> Wording.takes(type, Optional.empty()));
        if (given.isMissingNode()) {
            return document.problem(path, "is missing; give " + takes);
        } else if (type.isEnum() && given.isTextual()) {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return document.problem(path, Wording.is(given) + "; " + Names.suggest(given.textValue(), names));
        }
        return document.problem(path, Wording.is(given) + "; give " + takes + hint(given, type));
    }

    private static String hint(JsonNode given, Class<?> type) {
        if (type == String.class && given.isValueNode()) {
            return ", in quotes";
        } else if (!Wording.isWhole(type)) {
            return "";
        } else if (given.isBigInteger()) {
            return " and at most " + Long.MAX_VALUE;
        }
        return given.isLong() ? " and at most " + Integer.MAX_VALUE : "";
    }

    private static ConfigException kind(InvalidTypeIdException e, String path, Document document) {
        List<String> kinds =
                List.copyOf(Names.kinds(e.getBaseType().getRawClass()).keySet());
        String at = document.at(path).isObject() ? Places.join(path, Names.KIND) : path;
        String name = e.getTypeId();
        return name == null
                ? document.problem(
                        at, "is missing; give " + Wording.takes(e.getBaseType().getRawClass(), Optional.empty()))
                : document.problem(at, "is \"" + name + "\"; " + Names.suggest(name, kinds));
    }

    private static String path(List<Reference> references) {
        return references.stream()
                .map(each -> each.getFieldName() == null ? Integer.toString(each.getIndex()) : each.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** The component that the last step of the path leads to, if that step is one from a record. */
    private static Optional<Component> component(List<Reference> references) {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        Reference last = references.get(references.size() - 1);
        Object from = last.getFrom();
        Class<?> owner = from instanceof Class<?> itself ? itself : from == null ? Object.class : from.getClass();
        return Components.find(owner, last.getFieldName());
    }

    private static Class<?> target(JsonMappingException e) {
        if (e instanceof InvalidTypeIdException kind) {
            return kind.getBaseType().getRawClass();
        }
        return e instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? mismatched.getTargetType()
                : Object.class;
    }
}
