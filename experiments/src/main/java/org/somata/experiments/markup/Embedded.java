package org.somata.experiments.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A style sheet or script of the program's own. Their text isn't escaped, so none but a resource can become one; and the
 * page's content security policy lets a browser run those alone whose hash it names.
 */
public final class Embedded implements Markup {
    private final String tag;
    private final String text;

    private Embedded(String tag, String text) {
        this.tag = tag;
        this.text = text;
    }

    public static Embedded style(Class<?> beside, String resource) {
        return new Embedded("style", read(beside, resource));
    }

    public static Embedded script(Class<?> beside, String resource) {
        return new Embedded("script", read(beside, resource));
    }

    /** A script in several files that share their names among themselves, and with no other script of a page. */
    public static Embedded script(Class<?> beside, List<String> resources) {
        return new Embedded(
                "script",
                resources.stream()
                        .map(resource -> read(beside, resource))
                        .collect(Collectors.joining("\n", "'use strict';\n{\n", "}\n")));
    }

    private static String read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As a content security policy names it. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void appendTo(StringBuilder page) {
        page.append('<')
                .append(tag)
                .append('>')
                .append(text)
                .append("</")
                .append(tag)
                .append(">\n");
    }
}
