/** The learning rules, each named after its paper and each in one file. */
package org.somata.model.rules;
