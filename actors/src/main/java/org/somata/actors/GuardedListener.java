package org.somata.actors;

import org.somata.model.signals.Outcome;
import org.somata.model.signals.Update;

/** Whatever a listener throws is told apart from a layer's own failure. */
record GuardedListener(MessageListener listener) implements MessageListener {
    static MessageListener of(MessageListener listener) {
        return listener == NONE ? NONE : new GuardedListener(listener);
    }

    @Override
    public void sent(int to, Message message, long time) {
        try {
            listener.sent(to, message, time);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(to, message, failure);
        }
    }

    @Override
    public void lost(int to, Message message) {
        try {
            listener.lost(to, message);
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
    public void started(int at, Message message, long delivered, long started) {
        try {
            listener.started(at, message, delivered, started);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, message, failure);
        }
    }

    @Override
    public void finished(int at, Message message, Outcome outcome, long time) {
        try {
            listener.finished(at, message, outcome, time);
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
    public void updated(int at, Update update, Message cause, long time) {
        try {
            listener.updated(at, update, cause, time);
        } catch (RuntimeException | Error failure) {
            throw new ListenerFailedException(at, cause, failure);
        }
    }
}
