package org.somata.actors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.PageSink;
import org.somata.actors.recording.Row;

/** A sink that keeps every row, and what was asked of it in which order. */
class KeptPages implements PageSink {
    /** Rows that are enough for a chunk; a page has 51 at most. */
    static final int ENOUGH = 40;

    static final int MOST_ROWS = ENOUGH + 51;

    private final List<Doing> doings = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /** Of a chunk, when it is written. */
    synchronized void write(List<Doing> rows) throws IOException {
        asked.add("write");
        doings.addAll(rows);
    }

    @Override
    public PageEncoder encoder(int place) {
        return new PageEncoder() {
            private List<Doing> rows = new ArrayList<>();

            @Override
            public void add(Page page) {
                rows.addAll(Doing.of(page));
            }

            @Override
            public boolean isFull() {
                return rows.size() >= ENOUGH;
            }

            @Override
            public Chunk take() {
                List<Doing> taken = rows;
                rows = new ArrayList<>();
                return taken.isEmpty() ? null : new Rows(taken);
            }
        };
    }

    private final class Rows implements Chunk {
        private final List<Doing> own;

        Rows(List<Doing> own) {
            this.own = own;
        }

        @Override
        public int bytes() {
            return 1;
        }

        @Override
        public int rows() {
            return own.size();
        }

        @Override
        public void write() throws IOException {
            KeptPages.this.write(own);
        }
    }

    @Override
    public Chunk mark(long presentations) {
        return new Mark(presentations);
    }

    private final class Mark implements Chunk {
        private final long presentations;

        Mark(long presentations) {
            this.presentations = presentations;
        }

        @Override
        public int rows() {
            return 0;
        }

        @Override
        public int bytes() {
            return 1;
        }

        @Override
        public void write() {
            asked(presentations);
        }
    }

    private synchronized void asked(long mark) {
        asked.add("mark " + mark);
    }

    @Override
    public synchronized void flush(boolean confirm) throws IOException {
        asked.add("flush " + confirm);
    }

    @Override
    public synchronized void close() throws IOException {
        asked.add("close");
    }

    synchronized List<Doing> doings() {
        return List.copyOf(doings);
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    List<Doing> of(Row.Type type) {
        return doings().stream().filter(each -> each.is(type)).toList();
    }

    /** What each actor did, in its order, whatever the wall clock said. */
    Map<Integer, List<Doing.What>> byPlace() {
        return doings().stream()
                .map(Doing::what)
                .collect(Collectors.groupingBy(Doing.What::place, TreeMap::new, Collectors.toList()));
    }
}
