package com.spokefleet.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;

/** Rules that a negative control looks at too. */
final class Rules {
  /** The entry points and what they wire together with; all else is given its clock. */
  private static final Set<String> WIRING =
      Set.of(
          "com.spokefleet.cli.ReplayConnections",
          "com.spokefleet.cli.Wiring",
          "com.spokefleet.ingest.ClosureHandler",
          "com.spokefleet.ingest.IngestHandler",
          "com.spokefleet.ingest.IngestWiring",
          "com.spokefleet.ingest.Stores",
          "com.spokefleet.replay.ReplayWiring",
          "com.spokefleet.transform.TransformHandler");

  private static final Set<Class<?>> TELLS_THE_TIME =
      Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

  static final ArchRule NO_AMBIENT_CLOCK_OR_ENVIRONMENT =
      noClasses()
          .that(areNot("wiring", type -> false))
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "reads the machine's clock or environment",
                  access -> isAmbient(access.getTarget())))
          .because(
              "tests could not steer it; take a Clock or the environment map as a constructor"
                  + " argument");

  static final ArchRule NO_STANDARD_STREAMS = noStandardStreamsIn(Module.sharedPackages());

  private Rules() {}

  static ArchRule noStandardStreamsIn(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should(ACCESS_STANDARD_STREAMS)
        .orShould(USE_JAVA_UTIL_LOGGING)
        .because("a library cannot know who listens; take a telemetry.JsonLog or return the text");
  }

  /** Everything but wiring and what is excepted beside it. */
  static DescribedPredicate<JavaClass> areNot(String what, Predicate<JavaClass> excepted) {
    return DescribedPredicate.describe(
        "are not " + what,
        type -> !WIRING.contains(outermost(type.getName())) && !excepted.test(type));
  }

  private static boolean isAmbient(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (owner.equals(System.class.getName())) {
      return name.equals("getenv") || name.equals("currentTimeMillis");
    }
    if (owner.equals(Clock.class.getName())) {
      return name.startsWith("system");
    }
    return name.equals("now")
        && TELLS_THE_TIME.stream().anyMatch(type -> type.getName().equals(owner));
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }
}
