package org.somata.experiments.report.markup;

/** A piece of a page. */
public sealed interface Markup permits Element, Text, Embedded {
    void appendTo(StringBuilder page);
}
