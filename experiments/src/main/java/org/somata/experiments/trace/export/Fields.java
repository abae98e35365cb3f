package org.somata.experiments.trace.export;

import java.util.List;
import org.somata.model.signals.MessageId;

/** Takes a record field by field, in the order of {@link Field}. */
interface Fields {
    /** A word that needs no quoting. */
    void word(Field field, String word);

    void number(Field field, long number);

    /** What is not finite is left empty. */
    void real(Field field, float number);

    void reals(Field field, float[] numbers);

    void ids(Field field, List<MessageId> ids);

    /** Nothing is known of it. */
    void unknown(Field field);
}
