package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.model.signals.MessageId;

/**
 * Whether what nobody has handled is under way still: of a run that went to its end nothing is; of one that was stopped,
 * what its link had nothing later handled of.
 */
final class UnderWayCheck implements Check.RecordCheck {
    private final Optional<Terms> terms;
    private final boolean toTheEnd;
    private final Findings findings;
    private final Map<Link, MessageRecord> latest = new HashMap<>();
    private final List<MessageRecord> underWay = new ArrayList<>();
    private long allowed;

    /**
     * @param terms empty where they are not known, nor whether messages of a link overtake each other
     * @param toTheEnd whether the run waited until nothing was under way
     */
    UnderWayCheck(Optional<Terms> terms, boolean toTheEnd, Findings findings) {
        this.terms = terms;
        this.toTheEnd = toTheEnd;
        this.findings = findings;
    }

    private record Link(int from, int to) {
        static Link of(MessageRecord message) {
            return new Link(message.from(), message.to());
        }
    }

    @Override
    public void message(MessageRecord message) {
        if (message.times().isComplete()) {
            latest.merge(Link.of(message), message, (one, other) -> number(one) > number(other) ? one : other);
        } else if (message.outcome() == Outcome.IN_FLIGHT) {
            underWay.add(message);
        }
    }

    private static long number(MessageRecord message) {
        return message.id().sequence();
    }

    @Override
    public void end() {
        underWay.forEach(this::check);
        if (allowed > 0) {
            findings.note(
                    allowed + (allowed == 1 ? " message was" : " messages were") + " under way when the run ended.");
        }
    }

    private void check(MessageRecord message) {
        MessageRecord later = latest.get(Link.of(message));
        boolean passed = later != null && number(later) > number(message) && !mayBePassed(message);
        findings.check(
                Invariant.UNDER_WAY,
                !toTheEnd && !passed,
                () -> message.name() + ": " + MessageId.name(message.to()) + " never took it in hand, but "
                        + (passed
                                ? later.name() + ", sent after it"
                                : "the run ended only when nothing was under way"));
        allowed += toTheEnd || passed ? 0 : 1;
    }

    private boolean mayBePassed(MessageRecord message) {
        return terms.map(known -> known.mayOvertake(message)).orElse(true);
    }
}
