package org.somata.experiments.markup;

/** A piece of a page. */
public sealed interface Markup permits Element, Text, Embedded {
    void appendTo(StringBuilder page);
}
