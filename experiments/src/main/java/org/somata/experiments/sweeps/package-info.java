/** Many runs that vary one experiment: which points, running them in processes of their own, and the table of them. */
package org.somata.experiments.sweeps;
