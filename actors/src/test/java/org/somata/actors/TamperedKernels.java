package org.somata.actors;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;

/** Fused kernels for one layer, in whose computations a test meddles. */
final class TamperedKernels {
    /** Hears of every operation before it is done, and of what updates return. */
    interface Meddler {
        /** @param updates begun so far, this one included if it is one */
        default void before(String operation, int updates) {}

        default double changeOf(int update, double change) {
            return change;
        }
    }

    private TamperedKernels() {}

    static Kernels by(Meddler meddler) {
        Kernels sound = Backend.fused();
        int[] updates = new int[1];
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    boolean update = method.getName().equals("update");
                    updates[0] += update ? 1 : 0;
                    meddler.before(method.getName(), updates[0]);
                    try {
                        Object result = method.invoke(sound, arguments);
                        return update ? (Object) meddler.changeOf(updates[0], (double) result) : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** Kernels that throw at the given update, counted from 1. */
    static Kernels failing(int atUpdate, Throwable failure) {
        return by(new Meddler() {
            @Override
            public void before(String operation, int updates) {
                if (operation.equals("update") && updates == atUpdate) {
                    raise(failure);
                }
            }
        });
    }

    static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
