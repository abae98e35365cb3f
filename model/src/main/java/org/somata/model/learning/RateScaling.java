package org.somata.model.learning;

/** How the rate of an update falls with its staleness s, in versions of the weights that are updated. */
public enum RateScaling {
    /** Not at all. */
    NONE {
        @Override
        public double factor(long staleness) {
            return 1;
        }
    },
    /** 1/√(1+s): the best constant rate for a uniform delay falls so (Langford, Smola and Zinkevich 2009). */
    INVERSE_ROOT {
        @Override
        public double factor(long staleness) {
            return 1 / Math.sqrt(1 + staleness);
        }
    },
    /** 1/(1+s), after Zhang, Gupta, Lian and Liu (2016, Staleness-aware Async-SGD), who divide by s where it is not 0. */
    INVERSE {
        @Override
        public double factor(long staleness) {
            return 1 / (1.0 + staleness);
        }
    };

    /** What the rate is multiplied by; 1 for s = 0. */
    public abstract double factor(long staleness);
}
