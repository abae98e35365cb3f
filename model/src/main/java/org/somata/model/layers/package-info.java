/**
 * A layer and what it owns: the forward mapping f_i (W_i, b_i), the feedback mapping g_i (V_i, c_i), what it remembers
 * of the presentations under way, and the rule by which it learns. A layer hears nothing but signals and touches nothing
 * but its own arrays; whoever drives it, an actor or a loop, hands it one message at a time.
 */
package org.somata.model.layers;
