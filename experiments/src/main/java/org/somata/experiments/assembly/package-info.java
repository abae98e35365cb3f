/** The one place that translates a configuration into a network. */
package org.somata.experiments.assembly;
