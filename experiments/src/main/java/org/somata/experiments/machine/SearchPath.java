package org.somata.experiments.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where other programs are looked for.
 *
 * @param directories separated as in the environment variable PATH
 */
public record SearchPath(String directories) {
    public static SearchPath ofUser() {
        return new SearchPath(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    public Optional<Path> find(String program) {
        return Stream.of(directories.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> Stream.of(program, program + ".cmd").map(name -> Path.of(directory, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
