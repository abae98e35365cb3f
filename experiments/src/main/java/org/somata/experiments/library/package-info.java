/**
 * Somata without its command line: a program builds a network, chooses or brings a learning rule, trains, evaluates, and
 * listens to the messages. {@link org.somata.experiments.library.LearningNetwork#of} is where to begin.
 */
package org.somata.experiments.library;
