package org.somata.experiments.data;

final class Labels {
    /** More classes than anybody has; a label that asks for more is a mistake, and each would cost an output unit. */
    static final int MOST_CLASSES = 1 << 16;

    private Labels() {}

    /**
     * Labels of one byte each, which are 0 … 255.
     *
     * @param offset and {@code stride}: label i lies at byte offset + i · stride of the file
     * @throws DataException for a label that is not 0 … classes − 1
     */
    static int[] checked(Content content, byte[] bytes, long offset, long stride, int classes) {
        int[] labels = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            labels[i] = bytes[i] & 0xff;
            if (labels[i] >= classes) {
                throw content.damaged(
                        offset + i * stride,
                        "label " + i + " is " + labels[i] + ", but labels are 0 to " + (classes - 1));
            }
        }
        return labels;
    }
}
