package org.somata.model.network;

/** A layer could not handle a message. */
public final class LayerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int place;
    private final long step;

    public LayerFailedException(int place, long step, Throwable cause) {
        super("layer " + place + " failed at step " + step + ": " + cause, cause);
        this.place = place;
        this.step = step;
    }

    public int place() {
        return place;
    }

    public long step() {
        return step;
    }
}
