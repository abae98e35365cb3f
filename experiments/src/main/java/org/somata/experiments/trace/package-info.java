/** Message traces: what is recorded of a run's messages and updates, how it is kept in files, and how it is read. */
package org.somata.experiments.trace;
