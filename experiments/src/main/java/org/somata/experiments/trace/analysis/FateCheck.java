package org.somata.experiments.trace.analysis;

import java.util.Map;
import java.util.TreeMap;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.model.signals.MessageId;

/** Whether links lost and repeated the messages that they had to: chance decides it by the run's seed and a message's name. */
final class FateCheck implements Check.RecordCheck {
    private final Terms terms;
    private final Findings findings;
    private final Map<Integer, Numbers> senders = new TreeMap<>();

    FateCheck(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    /** One sender's messages, and of those that there must be twice, the second ones. */
    private static final class Numbers {
        private final NumberSet all = new NumberSet();
        private final NumberSet again = new NumberSet();
        private final NumberSet repeated = new NumberSet();
    }

    @Override
    public void message(MessageRecord message) {
        int copies = terms.copies(message);
        Numbers numbers = senders.computeIfAbsent(message.from(), none -> new Numbers());
        long number = message.id().sequence();
        boolean isFirst = numbers.all.add(number);
        boolean fits = isFirst || copies > 1 && numbers.again.add(number);
        if (copies > 1) {
            numbers.repeated.add(number);
        }
        findings.check(
                Invariant.FATE,
                fits && (copies == 0) == (message.outcome() == Outcome.LOST),
                () -> message.name() + ": is "
                        + message.outcome().label() + (isFirst ? "" : " and there more than once")
                        + ", but by the run's seed its link to " + MessageId.name(message.to()) + " "
                        + (copies == 0 ? "lost it" : copies == 1 ? "told it once" : "told it twice"));
    }

    @Override
    public void end() {
        senders.forEach((place, numbers) -> numbers.repeated.ranges().forEach(range -> {
            for (long number = range.first(); number <= range.last(); number++) {
                String name = MessageId.name(place) + ":" + number;
                findings.check(
                        Invariant.FATE,
                        numbers.again.contains(number),
                        () -> name + ": by the run's seed its link told it twice, and it is there once");
            }
        }));
    }
}
