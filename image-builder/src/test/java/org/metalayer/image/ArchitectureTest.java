package org.metalayer.image;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

/** What keeps the image builder's features apart. */
@AnalyzeClasses(
        packages = "org.metalayer.image",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.metalayer.image.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("features in a cycle are one feature with several names");

    @ArchTest
    static final ArchRule onlyVerbsSpeakToPeople =
            noClasses()
                    .that(DescribedPredicate.not(resideInAPackage("org.metalayer.image.cli..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .because("the image builder is a library under its command line");

    @ArchTest
    static final ArchRule noOwnClockAndNoOwnChance =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .because("two builds of the same are the same, and tests choose ids and times");
}
