/** Traces in the formats of other programs: JSON lines, CSV, Perfetto's packets, Chrome's trace events. */
package org.somata.experiments.trace.export;
