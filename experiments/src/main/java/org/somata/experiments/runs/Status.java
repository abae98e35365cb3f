package org.somata.experiments.runs;

/** status.json: for whoever looks on from outside. It stays behind where the process was killed. */
record Status(String status, int epoch, int epochs, long step, double wallS) {
    static final String FILE = "status.json";
}
