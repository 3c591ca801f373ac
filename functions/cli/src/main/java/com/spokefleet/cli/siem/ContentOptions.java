package com.spokefleet.cli.siem;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.install.SiemContent;
import com.spokefleet.siem.lookup.UserName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What content is made of. */
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ContentOptions {
  private static final String S3 = "s3://";

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  Path fleetFile;

  @Option(
      names = "--lake",
      paramLabel = "PLACE",
      description =
          "The lake, a folder or s3://BUCKET: names of users are taken from it, save those of"
              + " metrics-only orgs. Without it the lookup of users is made empty and never"
              + " emptied.")
  @Nullable String lake;

  Fleet fleet() {
    return FleetParser.parse(fleetFile);
  }

  SiemContent content(Wiring wiring, Fleet fleet) {
    return SiemContent.of(SiemContext.of(fleet, users(wiring, fleet)));
  }

  private List<UserName> users(Wiring wiring, Fleet fleet) {
    if (lake == null) {
      return List.of();
    }
    if (!lake.startsWith(S3) && !Files.isDirectory(Path.of(lake))) {
      throw new CommandException(
          ExitCode.INVALID, "Cannot read the lake: there is no folder " + lake);
    }
    List<UserName> users =
        new UserNames(wiring.lakeReader(lake, fleet.hub().awsRegion())).of(fleet);
    if (users.isEmpty()) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot take names of users from %s: it knows none of this fleet's".formatted(lake));
    }
    return users;
  }
}
