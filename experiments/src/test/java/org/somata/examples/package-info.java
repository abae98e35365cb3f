/** What a program that uses Somata as a library looks like; the README shows these files. */
package org.somata.examples;
