package org.somata.experiments.cli;

import org.somata.experiments.machine.Program;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"somata " + Program.version()};
    }
}
