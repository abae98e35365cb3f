package org.somata.experiments.report.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
