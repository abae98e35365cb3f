package org.somata.experiments.plots;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;
import org.somata.experiments.data.ImageShape;
import org.somata.experiments.runs.RecordedArray;
import org.somata.experiments.runs.RecordedRun;

/**
 * What the units of a first layer that sees images respond to: the rows of W_1, each drawn as an image. Mid-grey is a
 * weight of 0, light a positive one and dark a negative one; each filter has its own scale. Where images have colours so
 * have filters.
 */
public final class Filters {
    /** The first so many; more would be too small to tell apart. */
    private static final int MOST = 256;

    private static final int GAP = 2;
    /** Pixels that a filter is enlarged to, about. */
    private static final int TILE = 56;

    private final ImageShape shape;
    private final int count;
    private final int across;
    private final int zoom;

    private Filters(ImageShape shape, int count) {
        this.shape = shape;
        this.count = count;
        this.across = (int) Math.ceil(Math.sqrt((double) count * shape.rows() / shape.columns()));
        this.zoom = Math.max(1, Math.round((float) TILE / Math.max(shape.rows(), shape.columns())));
    }

    /**
     * The bytes of a PNG file, of the weights in the run's newest sound checkpoint; empty where the first layer sees no
     * images, or there is no checkpoint.
     */
    public static Optional<byte[]> of(RecordedRun run) {
        ImageShape shape = run.manifest().inputs();
        return shape == null
                ? Optional.empty()
                : run.newest(1, "W")
                        .filter(weights -> weights.columns() == shape.features())
                        .map(weights -> Png.of(picture(weights, shape)));
    }

    static BufferedImage picture(RecordedArray weights, ImageShape shape) {
        Filters filters = new Filters(shape, Math.min(MOST, weights.rows()));
        int down = (filters.count + filters.across - 1) / filters.across;
        BufferedImage picture = new BufferedImage(
                filters.across * (filters.width() + GAP) + GAP,
                down * (filters.height() + GAP) + GAP,
                shape.channels() == 3 ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster pixels = picture.getRaster();
        byte[] white = ((DataBufferByte) pixels.getDataBuffer()).getData();
        Arrays.fill(white, (byte) 0xff);
        for (int filter = 0; filter < filters.count; filter++) {
            filters.draw(pixels, weights.values(), filter);
        }
        return picture;
    }

    private int width() {
        return shape.columns() * zoom;
    }

    private int height() {
        return shape.rows() * zoom;
    }

    private void draw(WritableRaster pixels, float[] weights, int filter) {
        int from = filter * shape.features();
        float scale = largest(weights, from, from + shape.features());
        int left = GAP + filter % across * (width() + GAP);
        int top = GAP + filter / across * (height() + GAP);
        for (int band = 0; band < pixels.getNumBands(); band++) {
            for (int y = 0; y < height(); y++) {
                for (int x = 0; x < width(); x++) {
                    int pixel = from + y / zoom * shape.columns() + x / zoom;
                    // samples, not colours: Java would take those of a grey picture for linear ones
                    pixels.setSample(left + x, top + y, band, shade(weight(weights, pixel, band) / scale));
                }
            }
        }
    }

    /** Of a pixel whose numbers lie channel by channel: red, green and blue, or the mean of all there are. */
    private float weight(float[] weights, int pixel, int band) {
        int plane = shape.rows() * shape.columns();
        if (shape.channels() == 3) {
            return weights[pixel + band * plane];
        }
        float sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            sum += weights[pixel + channel * plane];
        }
        return sum / shape.channels();
    }

    /** From −1, black, to 1, white; what is no number is 0. */
    private static int shade(float value) {
        return Math.round(127.5f + 127.5f * (Float.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value))));
    }

    private static float largest(float[] weights, int from, int to) {
        float largest = Float.MIN_NORMAL;
        for (int i = from; i < to; i++) {
            largest = Float.isFinite(weights[i]) ? Math.max(largest, Math.abs(weights[i])) : largest;
        }
        return largest;
    }
}
