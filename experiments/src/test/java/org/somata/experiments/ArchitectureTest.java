package org.somata.experiments;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the build's own arrows between modules leave open: the arrows inside of them. */
class ArchitectureTest {
    private static final JavaClasses SOMATA = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.somata");

    /** A rule about classes that were not found would hold. */
    @Test
    void theClassesOfTheModulesAreThere() {
        Set<String> modules = SOMATA.stream()
                .map(each -> each.getPackageName().split("\\.")[2])
                .filter(module -> List.of("config", "model", "experiments").contains(module))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("config", "model", "experiments"), modules);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(SOMATA);
    }

    /** Others look at layers; they are made in one place, since nobody else knows their specifications. */
    @Test
    void layersAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("org.somata.experiments..")
                .and()
                .resideOutsideOfPackage("org.somata.experiments.assembly")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.somata\\.model\\.layers\\.(Mapping|Network)Spec")
                .check(SOMATA);
    }

    /** Experiments on the paper's claims hand rules to the library, as programs of users do. */
    @Test
    void rulesAreKnownWhereLayersAreMadeAndTested() {
        noClasses()
                .that()
                .resideInAPackage("org.somata.experiments..")
                .and()
                .resideOutsideOfPackages("org.somata.experiments.assembly", "org.somata.experiments.propositions")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.somata.model.rules..")
                .check(SOMATA);
    }

    /** How they learn is said there, from a configuration; or by the program whose rule it is, through the library. */
    @Test
    void aConfigurationOrAProgramSaysHowLayersLearn() {
        noClasses()
                .that()
                .resideInAPackage("org.somata.experiments..")
                .and()
                .resideOutsideOfPackages("org.somata.experiments.assembly", "org.somata.experiments.library")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.somata\\.model\\.layers\\..*Spec")
                .check(SOMATA);
    }

    @Test
    void nd4jIsCalledInOnePlace() {
        noClasses()
                .that(use("org.nd4j..").or(use("org.bytedeco..")))
                .should()
                .resideOutsideOfPackage("org.somata.model.numerics")
                .check(SOMATA);
    }

    private static DescribedPredicate<JavaClass> use(String packages) {
        PackageMatcher matcher = PackageMatcher.of(packages);
        return describe(
                "use " + packages,
                user -> user.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> matcher.matches(used.getTargetClass().getPackageName())));
    }

    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            return SliceIdentifier.of(each.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
