package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Why there is a message or an update: what it follows from, back to the presentation.
 *
 * @param clock of the run, and of its times
 * @param update null where a message was asked for
 * @param chain the message, or what brought the update about; each further one is the first cause of the one before it
 * @param missing the cause that the trace does not have, and at which the chain ends; null where it ends at the beginning
 * @param effects what was brought about; null where nobody asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reasons(String id, Clock clock, UpdateFacts update, List<Link> chain, String missing, Effects effects) {
    /**
     * One message of the chain.
     *
     * @param also its further causes: what its sender had heard of the same presentation before
     * @param missing those that the trace does not have
     */
    public record Link(
            MessageFacts message,
            List<MessageFacts> also,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {}

    /**
     * Looks them up.
     *
     * @throws NoSuchRecordException if the trace has nothing of that name
     */
    public static Reasons of(Trace trace, String name, boolean withEffects) {
        RecordName asked = RecordName.parse(name);
        if (asked instanceof RecordName.OfUpdate of) {
            UpdateRecord update = trace.update(of.id()).orElseThrow(() -> Present.without(trace, asked));
            return chain(trace, name, Optional.of(update), update.cause(), Optional.empty());
        }
        MessageId id = ((RecordName.OfMessage) asked).id();
        MessageRecord message = trace.message(id).orElseThrow(() -> Present.without(trace, asked));
        Optional<Effects> effects = withEffects ? Optional.of(Effects.of(trace, message)) : Optional.empty();
        return chain(trace, name, Optional.empty(), id, effects);
    }

    private static Reasons chain(
            Trace trace, String name, Optional<UpdateRecord> update, MessageId first, Optional<Effects> effects) {
        List<Link> chain = new ArrayList<>();
        // a damaged trace may go round in circles
        Set<MessageId> passed = new HashSet<>();
        Optional<MessageId> next = Optional.of(first);
        String missing = null;
        while (next.isPresent() && passed.add(next.get())) {
            Optional<MessageRecord> message = trace.message(next.get());
            if (message.isEmpty()) {
                missing = next.get().toString();
                break;
            }
            chain.add(link(trace, message.get()));
            next = message.get().causes().stream().findFirst();
        }
        return new Reasons(
                name,
                trace.header().clock(),
                update.map(UpdateFacts::of).orElse(null),
                List.copyOf(chain),
                missing,
                effects.orElse(null));
    }

    private static Link link(Trace trace, MessageRecord message) {
        List<MessageFacts> also = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        message.causes().stream()
                .skip(1)
                .forEach(cause -> trace.message(cause)
                        .ifPresentOrElse(
                                found -> also.add(MessageFacts.of(found)), () -> missing.add(cause.toString())));
        return new Link(MessageFacts.of(message), also, missing);
    }
}
