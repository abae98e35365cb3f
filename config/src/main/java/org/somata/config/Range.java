package org.somata.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values that a number may have, or the sizes that a list may have; checks, messages and schema all read it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Range {
    /** Smallest value. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Every value is greater than this. */
    double above() default Double.NEGATIVE_INFINITY;

    /** Largest value. */
    double max() default Double.POSITIVE_INFINITY;

    /** Every value is less than this. */
    double below() default Double.POSITIVE_INFINITY;
}
