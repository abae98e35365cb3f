package org.somata.actors;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/** Everything that can be asked of a network, one after the other, and what came of it. */
final class Curriculum {
    private Curriculum() {}

    static List<String> of(Network network) {
        List<String> journal = new ArrayList<>();
        learn(network, journal, Purpose.LEARN, 0);
        evaluate(network, journal, 18);
        learn(network, journal, Purpose.LEARN, 1);
        journal.addAll(Journal.of(network));
        learn(network, journal, Purpose.LEARN_FEEDBACK, 2);
        learn(network, journal, Purpose.LEARN_FORWARD, 3);
        evaluate(network, journal, 18);
        evaluate(network, journal, 1);
        learn(network, journal, Purpose.OBSERVE, 3);
        interrupted(network, journal, 4);
        journal.addAll(Journal.of(network));
        return journal;
    }

    private static void learn(Network network, List<String> journal, Purpose purpose, int number) {
        journal.add(purpose + " " + network.learn(Specimen.pass(purpose, number), 0, Network.Watcher.NONE));
    }

    private static void evaluate(Network network, List<String> journal, int examples) {
        journal.add(network.evaluate(new SyntheticExamples(examples, Specimen.FEATURES, Specimen.CLASSES))
                .toString());
    }

    private static void interrupted(Network network, List<String> journal, int number) {
        Pass pass = Specimen.pass(Purpose.LEARN, number);
        int done = network.learn(pass, 0, Watchers.stoppingBefore(3));
        evaluate(network, journal, 8);
        journal.add("stopped after " + done + ", done " + network.learn(pass, done, Network.Watcher.NONE));
    }
}
