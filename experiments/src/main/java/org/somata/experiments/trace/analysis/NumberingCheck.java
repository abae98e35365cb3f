package org.somata.experiments.trace.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/** Whether messages and versions are numbered without holes: from 1, where nothing of the trace was deleted. */
final class NumberingCheck implements Check.RecordCheck {
    private final Findings findings;
    private final boolean fromOne;
    private final boolean once;
    private final Map<Integer, Numbers> senders = new TreeMap<>();
    private final Map<Integer, Map<Mapping, Long>> versions = new TreeMap<>();

    /**
     * @param fromOne whether the first of each is there
     * @param once whether a message is there but once, copies apart that were found to be some
     */
    NumberingCheck(Findings findings, boolean fromOne, boolean once) {
        this.findings = findings;
        this.fromOne = fromOne;
        this.once = once;
    }

    /** Of one sender's messages. */
    private static final class Numbers {
        private final NumberSet messages = new NumberSet();
        private final NumberSet copies = new NumberSet();
    }

    /** A copy has the number of what it is a copy of. */
    @Override
    public void message(MessageRecord message) {
        Numbers numbers = senders.computeIfAbsent(message.from(), none -> new Numbers());
        long number = message.id().sequence();
        if (message.outcome() == Outcome.DUPLICATE) {
            numbers.copies.add(number);
        } else {
            boolean isNew = numbers.messages.add(number);
            findings.check(Invariant.SEQUENCE, isNew || !once, () -> message.name() + ": is there more than once");
        }
    }

    @Override
    public void update(UpdateRecord update) {
        Map<Mapping, Long> ofLayer =
                versions.computeIfAbsent(update.id().layer(), none -> new EnumMap<>(Mapping.class));
        Long before = ofLayer.put(update.id().mapping(), update.id().version());
        long first = fromOne ? 0 : update.id().version() - 1;
        long last = before == null ? first : before;
        findings.check(
                Invariant.VERSIONS,
                update.id().version() == last + 1,
                () -> update.name() + ": follows version " + last + " of the same weights");
    }

    @Override
    public void end() {
        senders.forEach((place, numbers) -> {
            holes(MessageId.name(place), numbers.messages);
            for (NumberSet.Range copies : numbers.copies.ranges()) {
                for (long copy = copies.first(); copy <= copies.last(); copy++) {
                    String name = MessageId.name(place) + ":" + copy;
                    findings.check(
                            Invariant.OUTCOMES,
                            numbers.messages.contains(copy),
                            () -> name + ": is a duplicate, and what it is a copy of is not there");
                }
            }
        });
    }

    private void holes(String sender, NumberSet numbers) {
        List<NumberSet.Range> ranges = numbers.ranges();
        long expected = fromOne
                ? 1
                : ranges.stream().mapToLong(NumberSet.Range::first).findFirst().orElse(1);
        for (NumberSet.Range range : ranges) {
            long from = expected;
            findings.check(
                    Invariant.SEQUENCE,
                    range.first() == from,
                    () -> sender + ": " + (range.first() - from) + " messages are not there, " + sender + ":" + from
                            + (range.first() - 1 == from ? "" : " to " + sender + ":" + (range.first() - 1)));
            expected = range.last() + 1;
        }
    }
}
