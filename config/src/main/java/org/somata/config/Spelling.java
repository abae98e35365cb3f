package org.somata.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a text is spelled. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Spelling {
    /** What the whole text matches; understood alike by Java and by JSON Schema. */
    String pattern();

    /** The same for people: "text of …". */
    String words();
}
