package com.spokefleet.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a repository of its own, with fake JDKs and a fake Maven that say who they are.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class LauncherTest {
  private static final Instant BUILT = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;
  private FakeMachine machine;

  @BeforeEach
  void builtRepository() throws IOException {
    machine = new FakeMachine(folder.resolve("with a space"));
    machine.source("shared/lake/src/main/java/Table.java", BUILT.minusSeconds(60));
    machine.build(BUILT);
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws Exception {
    machine.jdk("jdk-25", "25.0.1");

    Launch launch =
        machine.fleet("kpi", "--lake", "my lake").withEnvironment("JAVA_EXIT", "5").run();

    assertThat(launch.exitCode()).isEqualTo(5);
    assertThat(launch.out()).contains("jdk-25").endsWith("fleet.jar [kpi] [--lake] [my lake]\n");
    assertThat(launch.err()).isEmpty();
  }

  @Test
  void picksTheLowestReleaseThatSuffices() throws Exception {
    machine.jdk("jdk-17", "17.0.15");
    machine.jdk("jdk-26", "26");
    machine.jdk("jdk-25", "25.0.1");
    machine.jdk("jdk-8", "1.8.0_402");

    assertThat(machine.fleet().run().out()).startsWith("java of jdk-25");
  }

  @Test
  void prefersTheJdkItIsTold() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    Path told = machine.jdk("other/jdk-27", "27-ea");

    Launch launch = machine.fleet().withEnvironment("FLEET_JAVA_HOME", told.toString()).run();

    assertThat(launch.out()).startsWith("java of jdk-27");
  }

  @Test
  void passesOverAnOldJavaHome() throws Exception {
    Path old = machine.jdk("jdk-17", "17.0.15");
    machine.jdk("jdk-25", "25.0.1");

    Launch launch = machine.fleet().withEnvironment("JAVA_HOME", old.toString()).run();

    assertThat(launch.out()).startsWith("java of jdk-25");
  }

  @Test
  void saysWhatToInstallWhenNoJdkSuffices() throws Exception {
    machine.jdk("jdk-17", "17.0.15");
    Files.delete(machine.jdk("jre-25", "25.0.1").resolve("bin/javac"));

    Launch launch = machine.fleet().run();

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err())
        .startsWith("fleet: Cannot find a JDK 25 or newer.\n")
        .contains("openjdk-25-jdk", "FLEET_JAVA_HOME");
  }

  @Test
  void doesNotQuietlyUseAnotherJdkThanTheOneItIsTold() throws Exception {
    Path old = machine.jdk("jdk-17", "17.0.15");
    machine.jdk("jdk-25", "25.0.1");

    Launch launch = machine.fleet().withEnvironment("FLEET_JAVA_HOME", old.toString()).run();

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).contains("Cannot use FLEET_JAVA_HOME=" + old);
  }

  @Test
  void startsWithoutMavenWhenNothingChanged() throws Exception {
    machine.jdk("jdk-25", "25.0.1");

    Launch launch = machine.fleet().run();

    assertThat(launch.exitCode()).isZero();
    assertThat(machine.builds()).isZero();
  }

  @Test
  void buildsAgainOnceASourceIsNewer() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    machine.maven("touch functions/cli/target/fleet.jar");
    machine.source(
        "functions/ingest/src/main/java/New.java", Instant.parse("2026-11-20T13:00:00Z"));

    Launch first = machine.fleet().run();
    Launch second = machine.fleet().run();

    assertThat(first.err()).contains("fleet: building");
    assertThat(first.out()).as("standard output belongs to the command").startsWith("java of");
    assertThat(second.err()).isEmpty();
    assertThat(machine.builds()).isEqualTo(1);
  }

  @Test
  void takesNoNoticeOfWhatABuildLeaves() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    machine.source(
        "shared/lake/target/src/main/Generated.java", Instant.parse("2026-11-20T13:00:00Z"));

    assertThat(machine.fleet().run().err()).isEmpty();
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    Files.delete(machine.repository().resolve("functions/cli/target/fleet.jar"));

    Launch launch = machine.fleet().run();

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).contains("Cannot build: Maven (mvn) is not installed.");
  }

  @Test
  void keepsABrokenBuildFromCountingAsBuilt() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    machine.maven("echo 'broken on purpose'; exit 1");
    Path stamp = machine.repository().resolve("functions/cli/target/fleet.built");
    Files.delete(stamp);

    Launch launch = machine.fleet().run();

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).contains("broken on purpose").contains("fleet: Cannot build");
    assertThat(stamp).doesNotExist();
    assertThat(machine.repository().resolve(".fleet/building")).doesNotExist();
  }

  @Test
  void takesOverFromABuildThatDied() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    machine.maven("touch functions/cli/target/fleet.jar");
    Files.setLastModifiedTime(
        machine.repository().resolve("pom.xml"), FileTime.from(BUILT.plusSeconds(1)));
    Path lock = Files.createDirectories(machine.repository().resolve(".fleet/building"));
    Files.writeString(lock.resolve("pid"), "999999999");

    assertThat(machine.fleet().run().exitCode()).isZero();
    assertThat(machine.builds()).isEqualTo(1);
  }

  @Test
  void worksThroughASymbolicLinkFromAnyFolder() throws Exception {
    machine.jdk("jdk-25", "25.0.1");
    Path link = Files.createDirectories(folder.resolve("elsewhere")).resolve("fleet-link");
    Files.createSymbolicLink(link, Path.of("../with a space/repository/fleet"));

    Launch launch = machine.start(link, "schema").run();

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out())
        .endsWith("with a space/repository/functions/cli/target/fleet.jar [schema]\n");
  }
}
