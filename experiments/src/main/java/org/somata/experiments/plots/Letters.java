package org.somata.experiments.plots;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/** The lettering of charts. */
final class Letters {
    private static final float LARGEST_TITLE = 16;
    private static final float SMALLEST_TITLE = 11;

    private Letters() {}

    /** Of all but titles. */
    static Font plain() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    }

    /** Why there is no lettering on this machine; empty where there is. */
    static Optional<String> fault() {
        try {
            width(plain(), "0");
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError | AWTError failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause.toString());
        }
    }

    /** The largest font in which a title is no wider than so many points. */
    static Font title(String text, double width) {
        Font font = plain().deriveFont(Font.BOLD, LARGEST_TITLE);
        double factor = width / width(font, text);
        return font.deriveFont((float) Math.max(SMALLEST_TITLE, LARGEST_TITLE * Math.min(1, factor)));
    }

    private static double width(Font font, String text) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }
}
