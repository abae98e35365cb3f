package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.OutputLoss;

class OutputsTest {
    private static final Table EXAMPLES = Table.corners(1, 27);

    /** 27 examples by tens: the last minibatch is a smaller one. */
    @ParameterizedTest
    @EnumSource
    void theLossOfTheOutputsIsThatOfTheEvaluation(OutputLoss loss) {
        Taught taught = Networks.of(4, 6, 5, 3)
                .loss(loss)
                .rates(0.1, 0.1)
                .averageDecay(0.8)
                .fused()
                .learn(EXAMPLES, 2);
        List<Integer> heard = new ArrayList<>();
        double[] cost = new double[1];
        int[] mistakes = new int[1];
        new Outputs(taught.loop, new Lockstep(taught.spec), taught.spec.batches()).of(EXAMPLES, (index, outputs) -> {
            heard.add(index);
            int label = EXAMPLES.label(index);
            int best = 0;
            for (int c = 0; c < outputs.length; c++) {
                cost[0] += loss.ofUnit(outputs[c], c == label ? 1 : 0);
                best = outputs[c] > outputs[best] ? c : best;
            }
            mistakes[0] += best == label ? 0 : 1;
        });
        assertEquals(IntStream.range(0, 27).boxed().toList(), heard);
        assertEquals(taught.evaluate(EXAMPLES).cost(), cost[0] / 27, 1e-12);
        assertEquals(taught.evaluate(EXAMPLES).error(), 100.0 * mistakes[0] / 27);
    }
}
