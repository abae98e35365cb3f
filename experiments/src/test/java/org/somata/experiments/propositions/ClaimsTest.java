package org.somata.experiments.propositions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim's experiment passes, and fails with any of its conditions broken. */
class ClaimsTest {
    static Stream<Arguments> claims() {
        return Claims.ALL.stream().map(claim -> Arguments.of(claim.name(), claim));
    }

    static Stream<Arguments> breaches() {
        return Claims.ALL.stream()
                .flatMap(claim -> claim.breaches().stream()
                        .map(breach -> Arguments.of(claim.name(), breach.name(), claim, breach)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void holds(String name, Claim claim) {
        Finding finding = claim.test(Conditions.intact(1));
        assertTrue(finding.holds(), () -> told(finding));
    }

    @ParameterizedTest(name = "{0} without: {1}")
    @MethodSource("breaches")
    void failsWhereAConditionIsBroken(String name, String broken, Claim claim, Breach breach) {
        Finding finding = claim.test(Conditions.without(breach, 1));
        assertFalse(finding.holds(), () -> told(finding));
    }

    private static String told(Finding finding) {
        return finding.checks().stream().map(Check::text).collect(Collectors.joining("; "));
    }

    @Test
    void everyClaimCanFailAndHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        for (Claim claim : Claims.ALL) {
            assertTrue(names.add(claim.name()), claim.name());
            assertEquals(claim, Claims.named(claim.name()).orElseThrow());
            assertFalse(claim.breaches().isEmpty(), claim.name());
            assertEquals(
                    claim.breaches().size(),
                    claim.breaches().stream().map(Breach::name).distinct().count());
        }
        assertEquals(List.of(), Claims.named("proposition-3").stream().toList());
    }

    /** Side by side or not, the same seed finds the same; another seed draws otherwise. */
    @Test
    void aSeedDecidesWhatIsFound() {
        Claim claim = new LinearAlignment();
        Finding first = claim.test(Conditions.intact(1));
        assertEquals(first, claim.test(Conditions.intact(1)));
        assertFalse(first.equals(claim.test(Conditions.intact(2))));
    }
}
