package org.somata.experiments.runs;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.data.DataException;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Encoding;
import org.somata.model.signals.Signal;

/** Signals one after the other, numbered from 0: the length of each in bytes, as 32 bits, then its {@link Encoding}. */
final class SignalFile {
    private SignalFile() {}

    /** Writes a new file. */
    static final class Writer implements AutoCloseable {
        private final Path file;
        private final DataOutputStream out;
        private int count;

        Writer(Path file) {
            this.file = file;
            try {
                OutputStream stream = Files.newOutputStream(file);
                this.out = new DataOutputStream(new BufferedOutputStream(stream));
            } catch (IOException failure) {
                throw Durable.unwritable(file, failure);
            }
        }

        /** Returns the signal's number. */
        int add(Signal signal) {
            byte[] encoded = Encoding.encode(signal);
            try {
                out.writeInt(encoded.length);
                out.write(encoded);
            } catch (IOException failure) {
                throw Durable.unwritable(file, failure);
            }
            return count++;
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException failure) {
                throw Durable.unwritable(file, failure);
            }
        }
    }

    /** Reads a whole file. */
    static final class Reader {
        private final Path file;
        private final Kernels kernels;
        private final List<byte[]> encoded = new ArrayList<>();

        /**
         * @param kernels that make the matrices of real values
         * @throws DataException if it is no such file
         */
        Reader(Path file, Kernels kernels) {
            this.file = file;
            this.kernels = kernels;
            ByteBuffer bytes = ByteBuffer.wrap(Npy.bytes(file));
            while (bytes.hasRemaining()) {
                int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
                if (length < 0 || length > bytes.remaining()) {
                    throw new DataException(file + ": is damaged, it ends within its signal " + encoded.size());
                }
                byte[] one = new byte[length];
                bytes.get(one);
                encoded.add(one);
            }
        }

        /** @throws DataException if there is none of that number, or it is damaged */
        Signal signal(int number) {
            if (number < 0 || number >= encoded.size()) {
                throw new DataException(
                        file + ": has no signal " + number + ", only " + encoded.size() + " of them, from 0");
            }
            try {
                return Encoding.decode(encoded.get(number), kernels);
            } catch (IllegalArgumentException damaged) {
                throw new DataException(
                        file + ": its signal " + number + " is damaged (" + damaged.getMessage() + ")", damaged);
            }
        }
    }
}
