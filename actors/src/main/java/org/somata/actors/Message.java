package org.somata.actors;

import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Signal;

/** What crosses a link to a layer. None of these can carry weights: see {@link Signal}. */
public sealed interface Message extends LayerCommand {
    Header header();

    Signal signal();

    MessageKind kind();

    /** For a complaint about it: {@code target (layer-3:12, presentation 4)}. */
    default String describe() {
        return kind().label() + " (" + header().id() + ", presentation "
                + header().presentation().number() + ")";
    }

    /** h_{i−1} for layer i. */
    record Activation(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.ACTIVATION;
        }
    }

    /** h_i for a feedback mapping at the lower end of its link. */
    record FeedbackActivation(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.FEEDBACK_ACTIVATION;
        }
    }

    /** ĥ_i for layer i. */
    record Target(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.TARGET;
        }
    }

    /** h_{i−1} + ε, to be sent through f_i. */
    record Probe(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.PROBE;
        }
    }

    /** f_i of a probe. */
    record ProbeReply(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.PROBE_REPLY;
        }
    }

    /** ∂L/∂h_i for layer i. */
    record Gradient(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.GRADIENT;
        }
    }

    /** The output layer's error, for every layer at once. */
    record OutputError(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.ERROR;
        }
    }

    /** h_{i−1} again, after layer i − 1 has learned. */
    record Refresh(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.REFRESH;
        }
    }

    /** The classes of a minibatch, from the teacher. */
    record Label(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.LABEL;
        }
    }

    /** A word of the protocol. */
    record Control(Header header, Signal signal) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.CONTROL;
        }
    }

    /** The message of a kind. */
    static Message of(MessageKind kind, Header header, Signal signal) {
        return switch (kind) {
            case ACTIVATION -> new Activation(header, signal);
            case FEEDBACK_ACTIVATION -> new FeedbackActivation(header, signal);
            case TARGET -> new Target(header, signal);
            case PROBE -> new Probe(header, signal);
            case PROBE_REPLY -> new ProbeReply(header, signal);
            case GRADIENT -> new Gradient(header, signal);
            case ERROR -> new OutputError(header, signal);
            case REFRESH -> new Refresh(header, signal);
            case LABEL -> new Label(header, signal);
            case CONTROL -> new Control(header, signal);
        };
    }
}
