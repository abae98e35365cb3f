package org.somata.experiments.runs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;
import org.somata.model.numerics.Kernels;

/** Parts of a run that go bad once its first epoch is over. */
final class Sabotage implements Watch {
    private volatile boolean bad;

    @Override
    public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
        bad = true;
    }

    /** The first feature of every training example. */
    Split notANumber(Split data) {
        return new Split(new NotANumber(data.train()), data.valid(), data.test());
    }

    /** The one thing that the output layer alone asks of the kernels. */
    Assembly outputLayer(Assembly assembly) {
        Kernels broken = (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    if (bad && method.getName().equals("outputGradient")) {
                        throw new IllegalStateException("the output layer is broken");
                    }
                    try {
                        return method.invoke(assembly.kernels(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return assembly.with(broken);
    }

    private final class NotANumber implements Examples {
        private final Examples good;

        NotANumber(Examples good) {
            this.good = good;
        }

        @Override
        public int count() {
            return good.count();
        }

        @Override
        public int features() {
            return good.features();
        }

        @Override
        public int classes() {
            return good.classes();
        }

        @Override
        public void copyInput(int index, float[] into, int offset) {
            good.copyInput(index, into, offset);
            into[offset] = bad ? Float.NaN : into[offset];
        }

        @Override
        public int label(int index) {
            return good.label(index);
        }
    }
}
