/** HTML and the SVG in it, written so that nothing that comes from a file can become a tag. */
package org.somata.experiments.markup;
