/** The trace recorder: takes down what happens between actors, on their threads and for little, for a file to be made of it. */
package org.somata.actors.recording;
