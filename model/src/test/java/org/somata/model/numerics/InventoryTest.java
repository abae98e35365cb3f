package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.layers.Layer;
import org.somata.model.layers.NetworkSpec;

class InventoryTest {
    private static final NetworkSpec SPEC =
            Networks.of(7, 9, 8, 3).averageDecay(0.9).batch(5).spec();

    /** The kernels themselves, and every matrix that they made. */
    private static Kernels watched(Kernels kernels, List<Matrix> made) {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(kernels, arguments);
                    if (result instanceof Matrix matrix) {
                        made.add(matrix);
                    }
                    return result;
                });
    }

    @Test
    void whatIsCountedIsWhatIsAllocated() {
        for (Kernels kernels : List.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision())) {
            Inventory inventory = new Inventory(kernels);
            List<Layer> hollow = SPEC.build(inventory.kernels());
            List<Matrix> made = new ArrayList<>();
            List<Layer> real = SPEC.build(watched(kernels, made));
            long heap = 0;
            long natives = 0;
            for (Matrix matrix : made) {
                if (matrix instanceof HeapMatrix plain) {
                    heap += 4L * plain.values.length;
                } else if (matrix instanceof DoubleMatrix wide) {
                    heap += 8L * wide.values.length;
                } else {
                    var data = (matrix instanceof ArrayMatrix array ? array.array : ((Nd4jMatrix) matrix).array).data();
                    natives += data.length() * data.getElementSize();
                }
            }
            assertEquals(real.size(), hollow.size());
            assertTrue(natives + heap > 0);
            assertEquals(natives, inventory.nativeBytes(), kernels.name());
            assertEquals(heap, inventory.heapBytes(), kernels.name());
        }
    }

    @Test
    void sizesThatNoArrayHasAreCountedToo() {
        Inventory inventory = new Inventory(Backend.fused());
        Matrix weights = inventory.kernels().matrix(1 << 20, 1 << 20);
        inventory.kernels().matrix(1 << 20, 1 << 20).copyFrom(weights);
        assertEquals(1L << 40, inventory.largest());
        assertEquals(1L << 43, inventory.nativeBytes());
    }
}
