package org.somata.experiments.data;

final class Labels {
    private Labels() {}

    /**
     * @param offset and {@code stride}: label i lies at byte offset + i · stride of the file
     * @throws DataException for a label that is not 0 … classes − 1
     */
    static void check(Content content, byte[] labels, long offset, long stride, int classes) {
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i] & 0xff;
            if (label >= classes) {
                throw content.damaged(
                        offset + i * stride, "label " + i + " is " + label + ", but labels are 0 to " + (classes - 1));
            }
        }
    }
}
