package org.somata.actors;

import org.somata.model.signals.Update;

/** Whatever a listener throws is told apart from a layer's own failure. */
record GuardedListener(MessageListener listener) implements MessageListener {
    static MessageListener of(MessageListener listener) {
        return listener == NONE ? NONE : new GuardedListener(listener);
    }

    @Override
    public void sent(int to, Message message) {
        try {
            listener.sent(to, message);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(to, message, failure);
        }
    }

    @Override
    public void delivered(int at, Message message) {
        try {
            listener.delivered(at, message);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, message, failure);
        }
    }

    @Override
    public void started(int at, Message message) {
        try {
            listener.started(at, message);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, message, failure);
        }
    }

    @Override
    public void finished(int at, Message message) {
        try {
            listener.finished(at, message);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, message, failure);
        }
    }

    @Override
    public void resumed(int at, Message message) {
        try {
            listener.resumed(at, message);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, message, failure);
        }
    }

    @Override
    public void updated(int at, Update update, Message cause) {
        try {
            listener.updated(at, update, cause);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, cause, failure);
        }
    }
}
