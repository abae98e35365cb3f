package org.somata.model.layers;

import java.util.Optional;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;

/** The presentations that a layer remembers. */
interface Memories {
    /** Whether a message that has come is acted on, or why it is dropped. */
    Outcome admit(MessageKind kind, Presentation presentation);

    /** Where a presentation is remembered from now on, or has been: forgets another if there is no room. */
    LayerMemory open(Presentation presentation);

    /** What is remembered of a presentation, if anything is. */
    Optional<LayerMemory> of(Presentation presentation);

    /** The layer has no more to do with it. */
    void over(Presentation presentation);

    /** All that the future of a layer at rest depends on. */
    Recollection recollection();

    /** Takes what {@link #recollection} gave in place of everything here. */
    void restore(Recollection recollection);
}
