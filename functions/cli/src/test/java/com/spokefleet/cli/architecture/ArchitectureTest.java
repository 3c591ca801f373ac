package com.spokefleet.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one-way dependencies of the design, over the classes of all modules. */
final class ArchitectureTest {
  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.spokefleet");

  @ParameterizedTest
  @EnumSource
  void findsClassesOfEveryModule(Module module) {
    assertThat(PROJECT.stream().filter(module::holds))
        .as("classes of %s", module)
        .hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLI")
  void modulesUseOnlyWhatLiesBeneathThem(Module module) {
    noClasses()
        .that()
        .resideInAPackage(module.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(module.forbiddenPackages())
        .because(
            "dependencies point one way; let the upper module pass in what is needed, as an"
                + " interface declared where it is used")
        .check(PROJECT);
  }

  @Test
  void normalizationTakesOnlyTheFailureBaseFromTelemetry() {
    noClasses()
        .that()
        .resideInAPackage(Module.NORMALIZE.packages())
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to telemetry and are not the base of failures",
                type ->
                    Module.TELEMETRY.holds(type)
                        && !type.isEquivalentTo(SpokefleetException.class)
                        && !type.isEquivalentTo(FailureKind.class)))
        .because(
            "pure functions measure and log nothing; return the figure and let the caller record"
                + " it")
        .check(PROJECT);
  }

  @Test
  void sharedCodeKnowsNoLambda() {
    noClasses()
        .that()
        .resideInAnyPackage(Module.sharedPackages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .because(
            "entry points belong to functions; pass the deadline or the stream instead of a"
                + " context")
        .check(PROJECT);
  }

  @Test
  void onlyTheAwsModuleAndTheWiringKnowTheAwsSdk() {
    noClasses()
        .that(Rules.areNot("in the aws module nor wiring", Module.AWS::holds))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .because(
            "stores are reached through the interfaces of the lake; implement one in"
                + " com.spokefleet.aws and hand it over where the program is wired")
        .check(PROJECT);
  }

  @Test
  void onlyTheConfigurationDatasetKnowsTheGenesysSdk() {
    classes()
        .that(
            DescribedPredicate.describe(
                "use the Genesys SDK",
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            dependency ->
                                dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith("com.mypurecloud"))))
        .should()
        .resideInAPackage("com.spokefleet.genesys.configuration..")
        .because(
            "its models drop unknown fields; read the JSON stream as"
                + " com.spokefleet.genesys.conversation does")
        .check(PROJECT);
  }

  @Test
  void onlyWiringLooksAtTheClockAndTheEnvironment() {
    Rules.NO_AMBIENT_CLOCK_OR_ENVIRONMENT.check(PROJECT);
  }

  @Test
  void sharedCodeWritesToNoStandardStream() {
    Rules.NO_STANDARD_STREAMS.check(PROJECT);
  }

  @Test
  void onlyTheDemoUsesTheFakeGenesysCloud() {
    noClasses()
        .that()
        .resideOutsideOfPackages("com.spokefleet.testing..", "com.spokefleet.cli.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.spokefleet.testing..")
        .because(
            "production code must not tell a fake org from a real one; give it the endpoints in"
                + " fleet.yaml")
        .check(PROJECT);
  }

  @Test
  void rulesAboutClocksAndStreamsCatchAnOffender() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

    assertThat(violations(Rules.NO_AMBIENT_CLOCK_OR_ENVIRONMENT, offender)).isEqualTo(4);
    assertThat(violations(Rules.noStandardStreamsIn("com.spokefleet.cli.architecture"), offender))
        .isPositive();
  }

  private static int violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails().size();
  }
}
