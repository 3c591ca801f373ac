package com.spokefleet.cli.onboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.config.FleetParser;
import com.spokefleet.config.InvalidFleetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet.yaml is replaced as a whole by something valid, or stays as it was. */
final class FleetFileTest {
  private static final Path EXAMPLE = Path.of("../../fleet.example.yaml");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(EXAMPLE, folder.resolve("fleet.yaml"));
  }

  @Test
  void isReplacedByTheTextThatWasChecked() throws Exception {
    String before = Files.readString(file);
    FleetFile fleet = FleetFile.read(file);

    fleet.replace(fleet.with(entry()));

    assertThat(Files.readString(file)).startsWith(before).hasSizeGreaterThan(before.length());
    assertThat(FleetParser.parse(file).spokes()).hasSize(4);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(Files.list(folder)).as("nothing is left beside it").hasSize(1);
  }

  @Test
  void staysAsItIsWhereTheResultWouldBeInvalid() throws Exception {
    byte[] before = Files.readAllBytes(file);
    FleetFile fleet = FleetFile.read(file);
    String text = fleet.with(entry().with("currency", "EURO"));

    assertThatThrownBy(() -> fleet.replace(text)).isInstanceOf(InvalidFleetException.class);

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Files.list(folder)).hasSize(1);
    Files.writeString(file, text);
    assertThatThrownBy(() -> FleetParser.parse(file))
        .as("the control: written all the same, the file is of no use")
        .isInstanceOf(InvalidFleetException.class);
  }

  @Test
  void staysAsSomebodyElseChangedItMeanwhile() throws Exception {
    FleetFile fleet = FleetFile.read(file);
    String theirs = Files.readString(file) + "# theirs\n";
    Files.writeString(file, theirs);

    assertThatThrownBy(() -> fleet.replace(fleet.with(entry())))
        .hasMessageContaining("somebody changed it meanwhile");

    assertThat(Files.readString(file)).isEqualTo(theirs);
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void isNotWrittenWhereEntriesBeforeWouldChange() {
    String text =
        """
          - name: block
            orgId: 0b7c6a52-1111-4c1e-9f53-6d1f2a8c0002
            genesysRegion: eu-central-1
            awsRegion: eu-central-1
            credentials: secretsmanager:spokefleet/block
            timeZone: Europe/Berlin
            currency: EUR
            businessRegion: EMEA
            residency: full
        """;
    FleetFile fleet = FleetFile.read(file);
    String before = new String(fleet.bytes(), StandardCharsets.UTF_8);

    assertThatThrownBy(
            () -> fleet.check(before.replace("revenue/, format: csv", "r/, format: csv") + text))
        .hasMessageContaining("the entries before it would change");
  }

  @Test
  void keepsItsPermissionsAndIsReplacedWhereALinkLeads() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("linked.yaml"), file);
    FleetFile fleet = FleetFile.read(link);

    fleet.replace(fleet.with(entry()));

    assertThat(link).isSymbolicLink();
    assertThat(FleetParser.parse(file).spokes()).hasSize(4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void mustBeThereAndValid() {
    assertThatThrownBy(() -> FleetFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidFleetException.class)
        .hasMessageContaining("does not exist");
  }

  private static SpokeEntry entry() {
    return new SpokeEntry()
        .with("name", "emea2")
        .with("orgId", "0b7c6a52-1111-4c1e-9f53-6d1f2a8c0001")
        .with("genesysRegion", "eu-central-1")
        .with("awsRegion", "eu-central-1")
        .with("credentials", "secretsmanager:spokefleet/emea2")
        .with("timeZone", "Europe/Berlin")
        .with("currency", "EUR")
        .with("residency", "full")
        .with("businessRegion", "EMEA");
  }
}
