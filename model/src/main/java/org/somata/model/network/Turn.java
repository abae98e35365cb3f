package org.somata.model.network;

import org.somata.model.signals.MessageKind;

/** The handling of one message: whose turn it is, and for what. */
public record Turn(int place, MessageKind kind) {}
