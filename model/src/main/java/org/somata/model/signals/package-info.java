/** What crosses a link, and what kinds of message there are; no message can carry weights. */
package org.somata.model.signals;
