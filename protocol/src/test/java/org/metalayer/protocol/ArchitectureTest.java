package org.metalayer.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What makes the wire library fit into every program. */
@AnalyzeClasses(
        packages = "org.metalayer.protocol",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theJdkOnly =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "org.metalayer.protocol..")
                    .because(
                            "server and agent check signatures with the same code, whatever else"
                                    + " they use");

    /** The root package is a slice of its own. */
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.metalayer.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("packages in a cycle are one package with several names");
}
