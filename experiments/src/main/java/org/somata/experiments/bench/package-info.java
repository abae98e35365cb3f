/** How fast it is: each benchmark trains real networks on made-up data and reports medians. */
package org.somata.experiments.bench;
