/** What the program finds itself on: processor, other programs. Only looks, changes nothing. */
package org.somata.experiments.machine;
