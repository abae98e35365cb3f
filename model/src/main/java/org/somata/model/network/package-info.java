/**
 * Layers driven as one network: the schedule that says who handles what in which order, the plain loop that executes it
 * (the oracle), and what is measured on a network at rest.
 */
package org.somata.model.network;
