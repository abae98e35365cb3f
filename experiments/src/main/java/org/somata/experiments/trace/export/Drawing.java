package org.somata.experiments.trace.export;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.UpdateRecord;

/** What a picture of a trace is made of: a track for each place, with slices on it, arrows between them, counters. */
interface Drawing {
    void begin(String clock, Buffer file);

    /** A message left its sender: the beginning of its arrow. */
    void sent(MessageRecord message, long at, Buffer file);

    /** A message was handled: a slice of its receiver, at which its arrow ends where it has one. */
    void handled(MessageRecord message, long from, long to, boolean arrow, Buffer file);

    /** Something else became of it, at one moment and a place. */
    void marked(MessageRecord message, int place, long at, boolean arrow, Buffer file);

    void updated(UpdateRecord update, long from, long to, Buffer file);

    /** What a counter is from now on. */
    void counted(Counters.Counter counter, long at, Buffer file);

    void end(Buffer file);
}
