package org.somata.model.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/**
 * The order of the loop: activations go up, credit comes down, and in the bottom-up order refreshes go up once more. No
 * barrier separates presentations: layer 1 takes the next as soon as it has learned.
 */
public final class Lockstep implements Schedule {
    private final Map<Purpose, List<Turn>> turns = new EnumMap<>(Purpose.class);

    public Lockstep(NetworkSpec network) {
        this(network.links(), network.learning());
    }

    /** All links real, and every feedback mapping with its layer. */
    public Lockstep(int depth, LearningSpec learning) {
        this(Collections.nCopies(depth, LinkSpec.REAL), learning);
    }

    private Lockstep(List<LinkSpec> links, LearningSpec learning) {
        int depth = links.size();
        for (Purpose purpose : Purpose.values()) {
            List<Turn> order = new ArrayList<>();
            if (depth > 1) {
                order.add(new Turn(depth, MessageKind.LABEL));
            }
            for (int place = 1; place <= depth; place++) {
                order.add(new Turn(place, MessageKind.ACTIVATION));
                if (links.get(place - 1).feedbackAtReceiver()) {
                    cable(order, place, purpose);
                }
            }
            if (purpose.sendsCredit()) {
                down(order, depth, learning.rule().credit());
                if (learning.bottomUp()) {
                    for (int place = 2; place <= depth; place++) {
                        order.add(new Turn(place, MessageKind.REFRESH));
                    }
                }
            } else if (purpose == Purpose.LEARN_FEEDBACK) {
                down(order, depth, MessageKind.CONTROL);
            }
            turns.put(purpose, List.copyOf(order));
        }
    }

    /** What else crosses a link at whose lower end the feedback mapping lives. */
    private static void cable(List<Turn> order, int upper, Purpose purpose) {
        if (purpose.sendsCredit()) {
            order.add(new Turn(upper - 1, MessageKind.FEEDBACK_ACTIVATION));
        }
        if (purpose.learnsFeedback()) {
            order.add(new Turn(upper, MessageKind.PROBE));
            order.add(new Turn(upper - 1, MessageKind.PROBE_REPLY));
        }
    }

    private static void down(List<Turn> order, int depth, MessageKind kind) {
        for (int place = depth - 1; place >= 1; place--) {
            order.add(new Turn(place, kind));
        }
    }

    @Override
    public List<Turn> turns(Purpose purpose) {
        return turns.get(purpose);
    }
}
