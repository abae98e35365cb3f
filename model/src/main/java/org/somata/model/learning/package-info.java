/** What learning is made of besides a rule: optimisers, decays, initial weights, the loss at the output. */
package org.somata.model.learning;
