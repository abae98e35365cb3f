package org.somata.model.network;

import java.util.List;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Who handles what in which order. Timing and order never depend on the values of signals, so the order is known before
 * any arithmetic is done; an actor keeps mail back until its turn.
 */
public interface Schedule {
    /** All turns of one presentation, in an order in which a single loop can take them. */
    List<Turn> turns(Purpose purpose);

    /** Whether a teacher tells the output layer the classes; nobody teaches an auto-encoder. */
    default boolean hasTeacher(Purpose purpose) {
        return turns(purpose).stream().anyMatch(turn -> turn.kind() == MessageKind.LABEL);
    }

    /** The kinds of message that one layer handles for a presentation, in its order. */
    default List<MessageKind> turnsOf(int place, Purpose purpose) {
        return turns(purpose).stream()
                .filter(turn -> turn.place() == place)
                .map(Turn::kind)
                .toList();
    }
}
