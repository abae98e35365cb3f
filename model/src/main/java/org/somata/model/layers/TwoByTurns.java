package org.somata.model.layers;

import java.util.Optional;
import java.util.function.Supplier;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;

/** Lockstep's memory: two presentations are under way at a time, and the next takes the place of the one before the last. */
final class TwoByTurns implements Memories {
    private final LayerMemory[] places = new LayerMemory[Presentation.SLOTS];

    TwoByTurns(Supplier<LayerMemory> room) {
        for (int i = 0; i < places.length; i++) {
            places[i] = room.get();
        }
    }

    @Override
    public Outcome admit(MessageKind kind, Presentation presentation) {
        return Outcome.HANDLED;
    }

    @Override
    public LayerMemory open(Presentation presentation) {
        LayerMemory memory = at(presentation);
        // one whose activation is known already comes again, as evaluation's do
        if (!presentation.equals(memory.presentation()) || memory.hasActivation()) {
            memory.openFor(presentation);
        }
        return memory;
    }

    @Override
    public Optional<LayerMemory> of(Presentation presentation) {
        return Optional.of(at(presentation)).filter(memory -> presentation.equals(memory.presentation()));
    }

    /** Where it is remembered, or would be. */
    LayerMemory at(Presentation presentation) {
        return places[presentation.slot()];
    }

    @Override
    public void over(Presentation presentation) {}

    @Override
    public Recollection recollection() {
        return Recollection.NOTHING;
    }

    @Override
    public void restore(Recollection recollection) {
        if (!recollection.remembered().isEmpty()) {
            throw new IllegalArgumentException("in lockstep nothing is under way between two presentations, but "
                    + recollection.remembered().size() + " are to be remembered");
        }
    }
}
