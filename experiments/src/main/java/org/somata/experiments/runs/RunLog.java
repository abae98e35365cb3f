package org.somata.experiments.runs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** run.log: everything that is logged while a run goes. */
final class RunLog implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("run");

    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final Logger root;
    private final Logger akka;

    RunLog(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{ISO8601} %-5level %logger{0}: %msg%n");
        encoder.start();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setAppend(true);
        appender.setEncoder(encoder);
        appender.start();
        root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        // Akka's own words are kept off the screen, and so off the root
        akka = context.getLogger("akka");
        root.addAppender(appender);
        akka.addAppender(appender);
    }

    void info(String text) {
        LOG.info(text);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        akka.detachAppender(appender);
        appender.stop();
    }
}
