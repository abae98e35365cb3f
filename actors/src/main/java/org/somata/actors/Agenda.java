package org.somata.actors;

import java.util.OptionalLong;
import org.somata.model.signals.Outcome;

/** What a layer handles next, and when that is in the run's own clock: mail is kept back here until its turn. */
interface Agenda {
    /**
     * Keeps a message until its turn.
     *
     * @throws IllegalStateException if it can never have one
     */
    void add(Message message);

    /**
     * Takes the message whose turn it is; null if it has not come. What follows is about the message taken last.
     *
     * @throws IllegalStateException if another is there in its place
     */
    Message next();

    /** Whether the message whose turn it is has come. */
    boolean hasNext();

    /** Where its handling stands among all handlings of the network. */
    long number();

    /** When it came. */
    long delivered();

    /** When it was taken. */
    long started();

    /** When what is sent or updated now is sent or updated. */
    long moment();

    /**
     * It has been handled, with everything that follows.
     *
     * @throws IllegalStateException if something else became of it than should
     */
    void done(Outcome outcome);

    /** When that was. */
    long finished();

    /** The window of a timetable that is over with the message handled last, if one is. */
    default OptionalLong windowDone() {
        return OptionalLong.empty();
    }

    /** Whether what is set aside is done before anything else. */
    boolean learnsAtOnce();

    /** Where what comes next stands among all handlings: what a handling sets aside must be done by then. */
    long due();

    /** What is waited for, in words. */
    String phase();
}
