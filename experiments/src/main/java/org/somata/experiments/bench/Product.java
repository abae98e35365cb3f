package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** The matrix product rows × inner by inner × columns, on one thread or on several at once, each with its own. */
final class Product implements Contender {
    private final long operations;
    private final List<Runnable> own = new ArrayList<>();
    private final ExecutorService pool;

    Product(int rows, int inner, int columns, int threads) {
        operations = Operations.ofProduct(rows, inner, columns) * threads;
        pool = Executors.newFixedThreadPool(threads);
        Kernels kernels = Backend.fused();
        for (int thread = 0; thread < threads; thread++) {
            Matrix signal = random(kernels, rows, inner, 1);
            Matrix weights = random(kernels, columns, inner, 2);
            Matrix out = kernels.matrix(rows, columns);
            own.add(() -> kernels.product(signal, false, weights, true, out));
        }
    }

    private static Matrix random(Kernels kernels, int rows, int columns, long key) {
        Matrix matrix = kernels.matrix(rows, columns);
        float[] values = new float[matrix.size()];
        Chance.normals(key, values, values.length);
        matrix.write(values);
        return matrix;
    }

    /** 10⁹ operations a second, all threads together. */
    Spread gigaflops(Race.Lane lane) {
        return lane.ms().map(ms -> operations / ms / 1e6);
    }

    @Override
    public void work(int times) {
        List<Future<?>> all = new ArrayList<>();
        for (Runnable product : own) {
            all.add(pool.submit(() -> {
                for (int i = 0; i < times; i++) {
                    product.run();
                }
            }));
        }
        all.forEach(Product::await);
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it measured products", stop);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a product failed", failure.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
