package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.somata.config.ExperimentConfig;

class PaperTest {
    private static final String DTP = "paper/3.1-mnist-tanh-dtp.yaml";
    private static final String BP = "paper/3.1-mnist-tanh-bp.yaml";

    private static double error(ExperimentConfig config) {
        return Paper.beside(config).orElseThrow().testError();
    }

    @Test
    void configurationsOfTheRepositoryStandBesideTheirFigures() {
        Paper.Reported dtp = Paper.beside(Synthetic.config(DTP)).orElseThrow();
        assertEquals(1.94, dtp.testError());
        assertEquals(4.022e-6, dtp.trainCost());
        Paper.Reported bp = Paper.beside(Synthetic.config(BP)).orElseThrow();
        assertEquals(1.86, bp.testError());
        assertEquals(1.797e-5, bp.trainCost());
    }

    @Test
    void sectionDataRuleAndNonlinearityDecide() {
        assertEquals(3.15, error(Synthetic.config(DTP, "network.nonlinearity=relu")));
        assertEquals(46.28, error(Synthetic.config(BP, "data.set=cifar10")));
        assertEquals(1.51, error(Synthetic.config(DTP, "section='3.3'")));
        assertTrue(Paper.beside(Synthetic.config(DTP, "data.set=mnist-slice", "data.train=3000", "data.valid=1000"))
                .isEmpty());
        assertTrue(Paper.beside(Synthetic.config(DTP, "section=''")).isEmpty());
    }
}
