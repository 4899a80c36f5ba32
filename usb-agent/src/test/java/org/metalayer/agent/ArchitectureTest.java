package org.metalayer.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** What keeps the agent's features apart. */
@AnalyzeClasses(
        packages = "org.metalayer.agent",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.metalayer.agent.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("features in a cycle are one feature with several names");

    @ArchTest
    static final ArchRule oneDoorToTheNetwork =
            noClasses()
                    .that(notIn("net"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.net.http..")
                    .because("limits of size, time and speed are kept in one place");

    @ArchTest
    static final ArchRule oneDoorToTheBus =
            noClasses()
                    .that(notIn("usb"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.usb4java..")
                    .because("a device is evidence, and is read in one place");

    @ArchTest
    static final ArchRule onlyVerbsSpeakToPeople =
            noClasses()
                    .that(notIn("cli"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .because("the agent is a library under its command line");

    @ArchTest
    static final ArchRule noOwnClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because(
                            "a stick's clock may show any year: it is injected, and never decides");

    @ArchTest
    static final ArchRule lowest =
            classes()
                    .that()
                    .resideInAPackage("org.metalayer.agent.files..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.metalayer.agent.files..",
                            "org.metalayer.protocol..",
                            "org.jspecify..",
                            // Calls of C in a native image.
                            "org.graalvm.nativeimage..",
                            "com.oracle.svm.core.annotate..",
                            "java..")
                    .because("durable files know nothing of what is kept in them");

    private static DescribedPredicate<JavaClass> notIn(String feature) {
        return DescribedPredicate.not(resideInAPackage("org.metalayer.agent." + feature + ".."));
    }
}
