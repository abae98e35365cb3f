package org.somata.model.layers;

import java.util.stream.Stream;
import org.somata.model.Networks;
import org.somata.model.Taught;
import org.somata.model.learning.Moment;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/**
 * A network of four linear layers of one unit each without a clock, one example at a time, in the hands of a test that
 * brings each message itself: f_1(x) = x, f_2(x) = ½ x, f_3(x) = x, f_4(x) = 2x, g_2(h) = 2h, g_3(h) = h; rate ⅛ for W,
 * none for V. All that comes of it is sums of few powers of two, on all kernels alike.
 */
final class Units {
    final Taught network;
    private final Sent sent = new Sent();
    private int heard;
    private int toldOf;

    private Units(Taught network) {
        this.network = network;
        write(1, "W", 1);
        write(2, "W", 0.5);
        if (network.layer(1).arraysOfLayerAbove().isEmpty()) {
            write(2, "V", 2);
        } else {
            network.layer(1).arraysOfLayerAbove().get("V").write(new double[] {2});
        }
        write(3, "W", 1);
        write(3, "V", 1);
        write(4, "W", 2);
    }

    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    static Networks networks(Recall recall) {
        return Networks.of(1, 1, 1, 1, 1)
                .nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                .loss(OutputLoss.MEAN_SQUARED_ERROR)
                .rates(0.125, 0)
                .batch(1)
                .recall(recall);
    }

    static Units on(Kernels kernels, Recall recall) {
        return new Units(networks(recall).on(kernels));
    }

    static Units of(Networks networks) {
        return new Units(networks.fused());
    }

    static Presentation presentation(long number) {
        return new Presentation(number, Purpose.LEARN, Moment.START, 1);
    }

    void write(int place, String array, double value) {
        network.layer(place).arrays().get(array).write(new double[] {value});
    }

    double number(int place, String array) {
        return network.layer(place).arrays().get(array).toDoubles()[0];
    }

    /** The layer handles a message of one number, whose matrix its sender uses for something else right after. */
    Outcome tell(int place, MessageKind kind, long presentation, double value) {
        Matrix matrix = network.kernels.matrix(1, 1);
        matrix.write(new double[] {value});
        Outcome outcome = handle(place, kind, presentation, new Signal.Real(matrix));
        matrix.write(new double[] {99});
        return outcome;
    }

    /** The output layer hears that the class of the only example is the only one there is: it should be 1. */
    Outcome tellLabel(long presentation) {
        return handle(4, MessageKind.LABEL, presentation, new Signal.Classes(new int[1], 1));
    }

    private Outcome handle(int place, MessageKind kind, long presentation, Signal signal) {
        heard = sent.messages.size();
        toldOf = sent.updates.size();
        return network.layer(place).handle(kind, presentation(presentation), signal, sent);
    }

    /** Whether the latest handling sent nothing and changed nothing. */
    boolean nothingHappened() {
        return sent.messages.size() == heard && sent.updates.size() == toldOf;
    }

    /** The last number sent, and to whom. */
    double sent(MessageKind kind, int to) {
        Sent.Message last = sent.last();
        if (last.kind() != kind || last.to() != to) {
            throw new AssertionError("sent " + last + " last");
        }
        return last.values().toDoubles()[0];
    }

    Sent sent() {
        return sent;
    }
}
