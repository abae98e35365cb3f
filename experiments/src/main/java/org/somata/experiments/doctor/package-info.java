/** {@code somata doctor}: looks whether all is there that the program needs, and says how to get what is not. */
package org.somata.experiments.doctor;
