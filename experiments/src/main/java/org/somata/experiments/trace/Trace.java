package org.somata.experiments.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.model.signals.MessageId;

/** A trace to be read, as often as one likes. Reading takes little memory, however long the trace. */
public interface Trace {
    TraceHeader header();

    /**
     * Tells of all records in a window in the order in which things were done: a message when it had been handled, an
     * update when it was done, after the message that brought it about; what was done at the same time comes by place,
     * but nothing before what it follows from. A message that was lost comes where it was sent, and what is under way still comes last, by its id. Of a message
     * that a link repeated there is a record for each copy.
     */
    void read(Window window, Consumer<? super TraceRecord> reader);

    /**
     * The first presentation that it has whole, and tells of: later than 1 where the oldest of it was deleted, to take no
     * more room than it may.
     */
    default long firstPresentation() {
        return 1;
    }

    /** The message of that id, of several copies one that was acted on if any was; empty where the trace has none. */
    Optional<MessageRecord> message(MessageId id);

    /** The update of that id; empty where the trace has none. */
    Optional<UpdateRecord> update(UpdateId id);

    /**
     * What the trace should have and has not, each with the reason and the number of records where that is known; what
     * only reading can find is told after a {@link #read} of all.
     */
    List<Gap> gaps();

    /**
     * Records that are not there.
     *
     * @param where the file, and in it the first byte that cannot be read, where it is damage
     * @param records how many; −1 where nobody knows
     * @param deleted whether they are the oldest, and were deleted to take no more room than the trace may
     */
    record Gap(String where, String reason, long records, boolean deleted) {
        public Gap(String where, String reason, long records) {
            this(where, reason, records, false);
        }
    }
}
