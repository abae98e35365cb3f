/** The one place that makes layers of a description: of a configuration, or of a program's blueprint. */
package org.somata.experiments.assembly;
