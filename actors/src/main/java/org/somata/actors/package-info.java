/**
 * The network as actors: one for each layer, one for the teacher, one that sends the inputs and hears the reports. The
 * actors carry messages to {@link org.somata.model.layers.Layer layers} and do no arithmetic of their own.
 */
package org.somata.actors;
