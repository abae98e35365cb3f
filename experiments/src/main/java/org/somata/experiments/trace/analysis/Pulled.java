package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.Window;

/**
 * The records of a trace for one who asks for them, so that two traces can be read side by side: another thread reads a
 * few ahead.
 */
final class Pulled implements Iterator<TraceRecord>, AutoCloseable {
    private static final int CHUNK = 1024;
    private static final int CHUNKS = 8;
    private static final long PATIENCE_MS = 50;

    private final BlockingQueue<List<TraceRecord>> ahead = new ArrayBlockingQueue<>(CHUNKS);
    private final Trace trace;
    private final Class<? extends TraceRecord> kind;
    private List<TraceRecord> filling = new ArrayList<>(CHUNK);
    private Iterator<TraceRecord> chunk = List.<TraceRecord>of().iterator();
    private boolean ended;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** @param kind which of them */
    Pulled(Trace trace, Class<? extends TraceRecord> kind) {
        this.trace = trace;
        this.kind = kind;
        Thread reader = new Thread(this::read, "somata-trace-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            trace.read(Window.ALL, each -> {
                if (kind.isInstance(each)) {
                    filling.add(each);
                    if (filling.size() == CHUNK) {
                        handOver();
                    }
                }
            });
        } catch (CancellationException nobodyAsksAnyMore) {
            return;
        } catch (RuntimeException | Error failed) {
            failure = failed;
        }
        try {
            if (!filling.isEmpty()) {
                handOver();
            }
            // an empty one is the end
            handOver();
        } catch (CancellationException nobodyAsksAnyMore) {
            // nothing is waiting for it
        }
    }

    private void handOver() {
        try {
            while (!ahead.offer(filling, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException stopped) {
            throw new CancellationException();
        }
        filling = new ArrayList<>(CHUNK);
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext() && !ended) {
            List<TraceRecord> next = take();
            ended = next.isEmpty();
            chunk = next.iterator();
            if (ended && failure != null) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        }
        return chunk.hasNext();
    }

    private List<TraceRecord> take() {
        try {
            return ahead.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public TraceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next();
    }

    /** The other thread ends. */
    @Override
    public void close() {
        closed = true;
        ahead.clear();
    }
}
