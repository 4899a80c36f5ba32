package org.metalayer.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules for the tests themselves. */
@AnalyzeClasses(packages = "org.metalayer.server")
class NoMocksTest {

    @ArchTest
    static final ArchRule noMocks =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.mockito..", "io.quarkus.test.junit.mockito..")
                    .because("a test against a mock shows that the mock works");
}
