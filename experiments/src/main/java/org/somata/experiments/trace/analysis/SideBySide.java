package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.analysis.Difference.Cause;
import org.somata.experiments.trace.analysis.Difference.Field;
import org.somata.experiments.trace.analysis.Difference.Parting;
import org.somata.model.signals.MessageId;

/** Reads two traces in step. */
final class SideBySide {
    private final Trace first;
    private final Trace second;
    private final Clock clock;

    SideBySide(Trace first, Trace second) {
        this.first = first;
        this.second = second;
        this.clock = first.header().clock();
    }

    /** The first message that differs. */
    Optional<Parting<MessageFacts>> message() {
        return parting(MessageRecord.class).map(found -> {
            MessageId id = ((MessageRecord) found.first).id();
            Optional<MessageRecord> one = first.message(id);
            Optional<MessageRecord> other = second.message(id);
            return new Parting<>(
                    id.toString(),
                    found.first.presentation(),
                    found.fields(one.isPresent() && other.isPresent() ? fields(one.get(), other.get()) : List.of()),
                    one.map(MessageFacts::of).orElse(null),
                    other.map(MessageFacts::of).orElse(null));
        });
    }

    /** The first update that differs. */
    Optional<Parting<UpdateFacts>> update() {
        return parting(UpdateRecord.class).map(found -> {
            UpdateRecord at = (UpdateRecord) found.first;
            Optional<UpdateRecord> one = first.update(at.id());
            Optional<UpdateRecord> other = second.update(at.id());
            return new Parting<>(
                    at.name(),
                    at.presentation(),
                    found.fields(one.isPresent() && other.isPresent() ? fields(one.get(), other.get()) : List.of()),
                    one.map(UpdateFacts::of).orElse(null),
                    other.map(UpdateFacts::of).orElse(null));
        });
    }

    /**
     * Where something differs.
     *
     * @param first what is there, in either trace
     * @param instead what the other has in its place; null where that is at its end
     */
    private record Found(TraceRecord first, TraceRecord instead) {
        /** What is the same in all fields came in another order. */
        private List<Field> fields(List<Field> different) {
            return !different.isEmpty() || instead == null || instead.name().equals(first.name())
                    ? different
                    : List.of(new Field("place in the order", first.name(), instead.name()));
        }
    }

    private Optional<Found> parting(Class<? extends TraceRecord> kind) {
        try (Pulled ones = new Pulled(first, kind);
                Pulled others = new Pulled(second, kind)) {
            Moment.Taken one = new Moment.Taken(ones, clock == Clock.WALL);
            Moment.Taken other = new Moment.Taken(others, clock == Clock.WALL);
            while (true) {
                Optional<Moment> here = one.next();
                Optional<Moment> there = other.next();
                if (here.isEmpty() && there.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Found> found = parting(here, there);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
    }

    private Optional<Found> parting(Optional<Moment> here, Optional<Moment> there) {
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.of(new Found(here.or(() -> there).get().records().get(0), null));
        }
        Moment one = here.get();
        Moment other = there.get();
        boolean together = one.handled() == other.handled() && (one.time() == other.time() || clock == Clock.WALL);
        if (!together) {
            boolean oneIsFirst = one.handled() == other.handled() ? one.time() < other.time() : one.handled();
            TraceRecord earlier = (oneIsFirst ? one : other).records().get(0);
            TraceRecord later = (oneIsFirst ? other : one).records().get(0);
            return Optional.of(new Found(earlier, later));
        }
        return parting(one.records(), other.records());
    }

    /** Both by name: the first that is only in one, or that differs. */
    private Optional<Found> parting(List<TraceRecord> ones, List<TraceRecord> others) {
        int both = Math.min(ones.size(), others.size());
        for (int i = 0; i < both; i++) {
            TraceRecord one = ones.get(i);
            TraceRecord other = others.get(i);
            int order = one.name().compareTo(other.name());
            if (order != 0) {
                return Optional.of(order < 0 || clock == Clock.WALL ? new Found(one, other) : new Found(other, one));
            }
            if (!fields(one, other).isEmpty()) {
                return Optional.of(new Found(one, other));
            }
        }
        return ones.size() == others.size()
                ? Optional.empty()
                : Optional.of(new Found((ones.size() > both ? ones : others).get(both), null));
    }

    private List<Field> fields(TraceRecord one, TraceRecord other) {
        return one instanceof MessageRecord message
                ? Fields.of(message, (MessageRecord) other, clock)
                : Fields.of((UpdateRecord) one, (UpdateRecord) other, clock);
    }

    /** Of either trace's message. */
    List<Cause> causes(Parting<MessageFacts> message) {
        Set<MessageId> ids = new LinkedHashSet<>();
        MessageId differing = ((RecordName.OfMessage) RecordName.parse(message.id())).id();
        first.message(differing).ifPresent(found -> ids.addAll(found.causes()));
        second.message(differing).ifPresent(found -> ids.addAll(found.causes()));
        List<Cause> causes = new ArrayList<>();
        for (MessageId id : ids) {
            Optional<MessageRecord> one = first.message(id);
            Optional<MessageRecord> other = second.message(id);
            boolean same = one.isPresent()
                    && other.isPresent()
                    && fields(one.get(), other.get()).isEmpty();
            causes.add(new Cause(
                    id.toString(),
                    same,
                    one.map(MessageFacts::of).orElse(null),
                    other.map(MessageFacts::of).orElse(null)));
        }
        return causes;
    }
}
