package org.somata.experiments.trace;

import java.util.List;

/** How blocks are laid out, in words: every file of a trace says it, so that it can be read without this program. */
final class Layout {
    static final List<String> IN_WORDS = List.of(
            "numbers are little-endian; u is a whole number of 7 bits a byte: its first byte has, from the lowest bit, as many"
                    + " ones as bytes follow, then a zero, then the number begins (8 ones: the 8 bytes after it are the"
                    + " number); z is the same of a signed number n folded to 2n or -2n-1",
            "block: mark u32 5EC7B10C, length of content u32, CRC-32C of content u32, place i32 (-1 teacher, 0 input, 1..M"
                    + " layers, -2 nobody: a mark), rows i32, first and last sequence number sent i64 (-1 none), first and last presentation"
                    + " i64, first and last time i64, CRC-32C of the head so far u32; then the content: rows of one actor,"
                    + " differences begin at 0 in each block; a mark has none, and says that the network rested once the"
                    + " presentations that it names had entered",
            "row: its first byte has its type in bits 0-1",
            "0 sent: byte 1 also kind (bits 2-5), purpose (6-7); byte 2 encoding (0-2), shape as the kind's last (3), to"
                    + " place+1, place-1, elsewhere or lost on its way (4-5), causes 0, 1, 2 or counted (6-7); [u causes] [elsewhere or lost: z to-place]"
                    + " z sequence-last-1, z presentation-last, z W version-last, z V version-last, [u units, u batch],"
                    + " z time-last, z wall-last, each cause: z sender-place, z (number of that sender's message handled"
                    + " last)-number",
            "1 handled: byte 1 also outcome (2-4), took 1 (5), from place-1, place+1 or elsewhere (6-7); [z sender-place]"
                    + " z sequence-(that sender's handled last)-1, z presentation-last, [u finished-started], [unless"
                    + " the clock is lockstep: u started-delivered], z finished-last time, z wall finished-last wall, u wall finished-started, u wall started-delivered",
            "2 updated: byte 1 also mapping 0 forward 1 feedback (2), cause is the message handled last (3), purpose (4-5),"
                    + " layer is place (6); [z layer-place] [cause as above] z version-(last of the mapping)-1, z"
                    + " staleness, f32 loss, f32 norm, z presentation-last, z time-last, z wall finished-last wall, u wall"
                    + " finished-started",
            "3 carried by the message before: u32 digest (CRC-32C), f32 mean, deviation, share of ones, share saturated; u"
                    + " count, f32 values; u length, encoded signal",
            "kinds: activation, feedback-activation, target, probe, probe-reply, gradient, error, refresh, label, control;"
                    + " purposes: learn, learn-feedback, learn-forward; encodings: real, sign, bits, classes, none;"
                    + " outcomes: handled, lost, duplicate, expired, in-flight; all from 0");

    private Layout() {}
}
