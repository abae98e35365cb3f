package org.somata.actors.recording;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where full pages are handed in, and brought to the sink by a thread of its own. There are only so many: an actor that
 * is faster than the disk waits for it, so that memory is bounded and nothing is left out. Once the sink fails, what
 * comes is counted and given up, and the network goes on.
 */
final class Desk implements AutoCloseable {
    private static final int WAITING = 256;

    private final PageSink sink;
    private final BlockingQueue<Page> full = new ArrayBlockingQueue<>(WAITING);
    private final Queue<Page> empty = new ConcurrentLinkedQueue<>();
    private final Page last = new Page();
    private final Thread clerk = new Thread(this::work, "somata-trace");
    private long handedIn;
    private long done;
    private long givenUp;
    private volatile Throwable failure;

    Desk(PageSink sink) {
        this.sink = sink;
        clerk.setDaemon(true);
        clerk.start();
    }

    /** Takes a page, and gives an empty one. */
    Page handIn(Page page) {
        synchronized (this) {
            handedIn++;
        }
        put(page);
        return blank();
    }

    Page blank() {
        Page used = empty.poll();
        return used == null ? new Page() : used;
    }

    private void put(Page page) {
        boolean interrupted = false;
        while (true) {
            try {
                full.put(page);
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
            while (true) {
                Page page = full.take();
                if (page == last) {
                    return;
                }
                write(page);
                empty.add(page);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Page page) {
        try {
            if (failure == null) {
                sink.write(page);
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
        count(page);
    }

    private synchronized void count(Page page) {
        givenUp += failure == null ? 0 : page.rows();
        done++;
        notifyAll();
    }

    private synchronized void failed(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    /** Waits until what was handed in is written, while nobody hands in more. */
    synchronized void settle(boolean confirm) {
        while (done < handedIn) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (failure == null) {
            try {
                sink.flush(confirm);
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Rows that could not be written. */
    synchronized long givenUp() {
        return givenUp;
    }

    /** Why not; null if all could. */
    synchronized Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        settle(false);
        put(last);
        try {
            clerk.join();
            sink.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }
}
