package org.metalayer.protocol.tuf.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Form, meaning and workflow of metadata are apart, and deciding is apart from fetching. */
@AnalyzeClasses(
        packages = "org.metalayer.protocol.tuf",
        importOptions = ImportOption.DoNotIncludeTests.class)
class TufArchitectureTest {
    private static final String TUF = "org.metalayer.protocol.tuf.";

    /** What is said of a public method that takes bytes, and its head. */
    private static final Pattern STEP =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(public [^{;]*byte\\[] [^{;]*)\\{",
                    Pattern.DOTALL);

    private static final DescribedPredicate<JavaClass> STATE_MACHINE =
            belongToAnyOf(TrustedMetadata.class, Checks.class);

    private static final DescribedPredicate<JavaClass> REFUSALS =
            belongToAnyOf(Refusal.class, RefusedMetadataException.class);

    @ArchTest
    static final ArchRule apart =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("serialisation")
                    .definedBy(TUF + "encoding")
                    .layer("model")
                    .definedBy(TUF + "model")
                    .layer("client")
                    .definedBy(TUF + "client")
                    .layer("writer")
                    .definedBy(TUF + "repository")
                    .whereLayer("model")
                    .mayOnlyBeAccessedByLayers("client", "writer")
                    .whereLayer("client")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("writer")
                    .mayNotBeAccessedByAnyLayer();

    /** Neither does it know who fetches and who stores. */
    @ArchTest
    static final ArchRule theStateMachineIsPure =
            classes()
                    .that(STATE_MACHINE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java.lang",
                                            "java.util..",
                                            "java.time",
                                            "org.metalayer.protocol",
                                            TUF + "model")
                                    .or(STATE_MACHINE)
                                    .or(REFUSALS))
                    .because("bytes go in, in the order of the workflow, wherever they come from");

    /** Nor do those it is made of; what they use writes into memory only. */
    @ArchTest
    static final ArchRule onlyTheClientDoesInputAndOutput =
            noClasses()
                    .that()
                    .resideInAnyPackage(TUF + "encoding", TUF + "model", TUF + "repository")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.io..",
                                            "java.net..",
                                            "java.nio.file..",
                                            "java.nio.channels..")
                                    .and(
                                            not(
                                                    belongToAnyOf(
                                                            ByteArrayOutputStream.class,
                                                            URLEncoder.class))));

    @ArchTest
    static final ArchRule timeIsGiven =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(TUF + "conformance")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .because("an update has one fixed time (5.1), which only its caller knows");

    /** Whoever compares the two finds each step where the specification has it. */
    @Test
    void whateverTakesMetadataNamesItsStep() throws IOException {
        String file = TrustedMetadata.class.getName().replace('.', '/') + ".java";
        List<MatchResult> steps =
                STEP.matcher(Files.readString(Path.of("src/main/java", file))).results().toList();
        assertThat(steps).hasSize(7);
        for (MatchResult step : steps) {
            assertThat(step.group(1)).as(step.group(2)).containsPattern("\\b5\\.\\d");
        }
    }
}
