package org.somata.model.numerics;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * What ND4J finds its backend by. Where the class path has several it would take the one of the highest priority, which
 * only environment variables change; so it is shown the services of one backend's jar alone.
 */
final class OneBackend extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";

    private final List<String> hidden;

    OneBackend(Device wanted, ClassLoader all) {
        super(all);
        this.hidden = Arrays.stream(Device.values())
                .filter(device -> device != wanted)
                .map(OneBackend::jar)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where the jar of a device's backend begins every address of what is in it. */
    private static Optional<String> jar(Device device) {
        String name = device.backendResource();
        return Optional.ofNullable(Device.class.getResource(name))
                .map(URL::toString)
                .map(address -> address.substring(0, address.length() - name.length() + 1));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.startsWith(SERVICES)) {
            return all;
        }
        return Collections.enumeration(Collections.list(all).stream()
                .filter(found -> hidden.stream().noneMatch(found.toString()::startsWith))
                .toList());
    }
}
