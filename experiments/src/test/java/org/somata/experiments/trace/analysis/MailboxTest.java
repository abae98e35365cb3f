package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MailboxTest {
    @Test
    void byHand() {
        Mailbox mailbox = new Mailbox();
        mailbox.add(0, 10); // alone until 4
        mailbox.add(4, 12); // two of them from 4 to 10
        mailbox.add(5, 20); // three of them from 5 to 10
        mailbox.add(20, 20); // never waited
        assertEquals(3, mailbox.most());
        assertEquals((10 + 8 + 15) / 20.0, mailbox.mean(20));
    }

    @Test
    void theMostMayHaveBeenBeforeAndComeToLightLater() {
        Mailbox mailbox = new Mailbox();
        mailbox.add(0, 1);
        mailbox.add(5, 6);
        mailbox.add(5, 7);
        mailbox.add(8, 9);
        mailbox.add(0, 100); // was there all the time
        assertEquals(3, mailbox.most());
    }

    @Test
    void isWhatCountingAtEveryTimeFinds() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            Mailbox mailbox = new Mailbox();
            int[] depth = new int[400];
            int turn = 0;
            for (int i = 0; i < 60; i++) {
                turn += random.nextInt(6);
                int delivered = Math.max(0, turn - random.nextInt(1 + random.nextInt(80)));
                mailbox.add(delivered, turn);
                for (int at = delivered; at < turn; at++) {
                    depth[at]++;
                }
            }
            int most = 0;
            for (int each : depth) {
                most = Math.max(most, each);
            }
            assertEquals(most, mailbox.most());
        }
    }
}
