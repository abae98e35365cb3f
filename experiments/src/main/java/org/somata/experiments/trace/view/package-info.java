/** A trace as a page to look at: who told whom what and when, what came of it, and what was carried. */
package org.somata.experiments.trace.view;
