package org.somata.experiments.data;

/** Rows, columns and channels of an input; all zero where inputs are not images. */
public record ImageShape(int rows, int columns, int channels) {
    public static final ImageShape NONE = new ImageShape(0, 0, 0);

    /** Numbers in one image. */
    public int features() {
        return rows * columns * channels;
    }

    @Override
    public String toString() {
        return equals(NONE) ? "no images" : rows + "x" + columns + (channels == 1 ? "" : "x" + channels);
    }
}
