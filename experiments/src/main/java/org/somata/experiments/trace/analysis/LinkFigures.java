package org.somata.experiments.trace.analysis;

/**
 * What crossed a link of one kind of message, and what became of it.
 *
 * @param from {@code input}, {@code teacher}, or {@code layer-1} and on
 * @param messages as sent, each copy counted
 * @param latencyNs from leaving to coming, of those that came
 * @param waitingNs from coming to their turn, of those whose turn came
 */
public record LinkFigures(
        String from,
        String to,
        String kind,
        long messages,
        long bits,
        long handled,
        long lost,
        long duplicate,
        long expired,
        long inFlight,
        Quantiles latencyNs,
        Quantiles waitingNs) {}
