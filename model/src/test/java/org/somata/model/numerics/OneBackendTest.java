package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4jBackend;

class OneBackendTest {
    private static final String SERVICE = "META-INF/services/" + Nd4jBackend.class.getName();

    private static List<URL> services(Device device) throws IOException {
        ClassLoader all = OneBackendTest.class.getClassLoader();
        return Collections.list(new OneBackend(device, all).getResources(SERVICE));
    }

    @Test
    void theOtherBackendsServicesAreHidden() throws IOException {
        assertEquals(1, services(Device.CPU).size());
        assertTrue(services(Device.CPU).get(0).toString().contains("nd4j-native"));
        assertEquals(Device.CUDA.built() ? 1 : 0, services(Device.CUDA).size());
    }

    @Test
    void allElseIsThereAndTheSame() throws ReflectiveOperationException, IOException {
        ClassLoader all = OneBackendTest.class.getClassLoader();
        ClassLoader one = new OneBackend(Device.CUDA, all);
        assertSame(Nd4jBackend.class, one.loadClass(Nd4jBackend.class.getName()));
        String file = Device.CPU.backendResource().substring(1);
        assertEquals(Collections.list(all.getResources(file)), Collections.list(one.getResources(file)));
    }
}
