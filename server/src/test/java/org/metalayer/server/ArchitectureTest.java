package org.metalayer.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.platform.rest.ClientAddress;

/** The rows of the design and the rules that keep them apart. */
@AnalyzeClasses(
        packages = "org.metalayer.server",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rows =
            Architectures.layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("platform")
                    .definedBy("..server.platform..")
                    .layer("row 0")
                    .definedBy("..server.access..")
                    .layer("row 1")
                    .definedBy("..server.catalog..")
                    .layer("row 2")
                    .definedBy("..server.evaluation..", "..server.fleet..")
                    .layer("row 3")
                    .definedBy("..server.rollout..")
                    .layer("row 4")
                    .definedBy("..server.checkin..", "..server.overview..")
                    .whereLayer("row 4")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("row 3")
                    .mayOnlyBeAccessedByLayers("row 4")
                    .whereLayer("row 2")
                    .mayOnlyBeAccessedByLayers("row 3", "row 4")
                    .whereLayer("row 1")
                    .mayOnlyBeAccessedByLayers("row 2", "row 3", "row 4")
                    .whereLayer("row 0")
                    .mayOnlyBeAccessedByLayers("row 1", "row 2", "row 3", "row 4")
                    .because(
                            "a feature that knows only what lies below it can be understood alone");

    @ArchTest static final ArchRule neverSidewaysInRow2 = apart("evaluation|fleet");

    @ArchTest static final ArchRule neverSidewaysInRow4 = apart("checkin|overview");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.metalayer.server.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("features in a cycle are one feature with several names");

    @ArchTest
    static final ArchRule httpInRestOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.ws.rs..")
                    .because("decisions must not depend on how they are asked for");

    @ArchTest
    static final ArchRule restIsNobodysLibrary =
            classes()
                    .that()
                    .resideInAPackage("..rest..")
                    .and(resideOutsideOfPackages("..platform.."))
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage("..rest..")
                    .because("views belong to the HTTP interface of their own feature");

    @ArchTest
    static final ArchRule repositoriesAreHidden =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Repository")
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .beAssignableTo(PanacheRepositoryBase.class)
                    .because("a feature has one door, and it is not its table");

    @ArchTest
    static final ArchRule entitiesAreHidden =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveSimpleNameEndingWith("Entity")
                    .because(
                            "what leaves a feature is a record, which nobody can change behind it");

    @ArchTest
    static final ArchRule entitiesChangeThemselves =
            fields().that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Entity.class)
                    .and()
                    .areNotStatic()
                    .should()
                    .bePrivate()
                    .because("a state that others can set needs no transition table");

    @ArchTest
    static final ArchRule persistenceStaysBehindRepositories =
            noClasses()
                    .that(resideOutsideOfPackages("..platform.."))
                    .and()
                    .areNotAnnotatedWith(Entity.class)
                    .and()
                    .areNotAnnotatedWith(Embeddable.class)
                    .and()
                    .areNotAnnotatedWith(Converter.class)
                    .and()
                    .areNotAssignableTo(PanacheRepositoryBase.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                    .because("decisions must not depend on how their subject is kept");

    @ArchTest
    static final ArchRule sqlIsInQueries =
            noClasses()
                    .that(resideOutsideOfPackages("..platform.."))
                    .and()
                    .haveSimpleNameNotEndingWith("Queries")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Sql.class)
                    .because("a name tells which rows are entities and which are statements'");

    @ArchTest
    static final ArchRule addressesAreThoseThatLimitsCount =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(ClientAddress.class)
                    .should()
                    .callMethod(HttpServerRequest.class, "remoteAddress")
                    .because("whoever has one address of IPv6 has a whole network of them");

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that(resideOutsideOfPackages("..platform.."))
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("a week of rollout must be rehearsed in a second");

    @ArchTest
    static final ArchRule nullnessIsStated =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("reside in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, type.getName() + " does not"));
                                    }
                                }
                            })
                    .because("NullAway checks only what is marked");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMay =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HttpMethod.class)
                    .should(
                            new ArchCondition<JavaMethod>("declare a permission") {
                                @Override
                                public void check(JavaMethod method, ConditionEvents events) {
                                    if (!method.isAnnotatedWith(RolesAllowed.class)
                                            && !method.isAnnotatedWith(PermitAll.class)
                                            && !method.isAnnotatedWith(Authenticated.class)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        method,
                                                        method.getFullName() + " does not"));
                                    }
                                }
                            })
                    .because("what is forgotten must fail here and not be open to everybody");

    @ArchTest
    static final ArchRule judgementIsPure =
            noClasses()
                    .that()
                    .haveNameMatching(".*(Gate|Progress|State|Decision)")
                    .should()
                    .dependOnClassesThat(
                            resideOutsideOfPackages("java..", "org.metalayer..", "org.jspecify.."))
                    .because("what decides must be testable without a server");

    private static ArchRule apart(String features) {
        return slices().matching("org.metalayer.server.(" + features + ")..")
                .should()
                .notDependOnEachOther()
                .because("features of one row change without looking at each other");
    }
}
