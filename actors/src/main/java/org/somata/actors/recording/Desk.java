package org.somata.actors.recording;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.somata.actors.recording.PageSink.Chunk;

/**
 * Where chunks are handed in, to be written by a thread of its own. Only so many wait: an actor that is faster than the
 * disk waits for it, so that memory is bounded and nothing is left out. Once the disk fails, what comes is counted and
 * given up, and the network goes on.
 */
final class Desk implements AutoCloseable {
    private static final int WAITING = 256;
    /** Whatever the size of chunks, so many bytes wait, or a single chunk. */
    private static final long BYTES_WAITING = 1 << 24;

    private final PageSink sink;
    private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Chunk last = new Last();
    private final Thread clerk = new Thread(this::work, "somata-trace");
    private long bytesWaiting;
    private long handedIn;
    private long done;
    private long givenUp;
    private Throwable failure;

    /** There are no more. */
    private static final class Last implements Chunk {
        @Override
        public int rows() {
            return 0;
        }

        @Override
        public int bytes() {
            return 0;
        }

        @Override
        public void write() {}
    }

    Desk(PageSink sink) {
        this.sink = sink;
        clerk.setDaemon(true);
        clerk.start();
    }

    void handIn(Chunk chunk) {
        uninterrupted(() -> takeRoom(chunk));
        uninterrupted(() -> waiting.put(chunk));
    }

    private synchronized void takeRoom(Chunk chunk) throws InterruptedException {
        while (bytesWaiting > 0 && bytesWaiting + chunk.bytes() > BYTES_WAITING) {
            wait();
        }
        bytesWaiting += chunk.bytes();
        handedIn++;
    }

    /** Something that waits. */
    private interface Wait {
        void untilDone() throws InterruptedException;
    }

    /** Whoever is interrupted here hears of it once it is done: a checkpoint relies on what was written before it. */
    private static void uninterrupted(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.untilDone();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (Chunk chunk = waiting.take(); chunk != last; chunk = waiting.take()) {
                write(chunk);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Chunk chunk) {
        Throwable problem = failure().orElse(null);
        if (problem == null) {
            try {
                chunk.write();
            } catch (IOException | RuntimeException | Error e) {
                problem = e;
            }
        }
        count(chunk, problem);
    }

    private synchronized void count(Chunk chunk, Throwable problem) {
        if (problem != null) {
            failed(problem);
            givenUp += chunk.rows();
        }
        done++;
        bytesWaiting -= chunk.bytes();
        notifyAll();
    }

    private synchronized void failed(Throwable problem) {
        failure = failure == null ? problem : failure;
    }

    /** Waits until what was handed in is written, while nobody hands in more. */
    synchronized void settle(boolean confirm) {
        uninterrupted(() -> {
            while (done < handedIn) {
                wait();
            }
        });
        if (failure == null) {
            try {
                sink.flush(confirm);
            } catch (IOException | RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Rows that could not be written. */
    synchronized long givenUp() {
        return givenUp;
    }

    /** Why not; empty if all could. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        if (!clerk.isAlive()) {
            return;
        }
        settle(false);
        uninterrupted(() -> {
            waiting.put(last);
            clerk.join();
        });
        try {
            sink.close();
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }
}
