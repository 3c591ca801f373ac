package com.spokefleet.cli.siem;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.config.Fleet;
import com.spokefleet.siem.install.ExportFolder;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.SiemContent;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.siem.splunk.AppPackage;
import com.spokefleet.siem.splunk.check.AppCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet siem export}: writes the app and the pack to a folder. */
@Command(
    name = "export",
    description = {
      "Write the Splunk app and the Datadog objects to a folder, and tell how to install them.",
      "The same fleet makes the same bytes. A folder that holds anything else is refused; of one"
          + " that was written before only what was written is replaced."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SiemExportCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Mixin private ContentOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to; made if it is not there.")
  private Path out;

  public SiemExportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Fleet fleet = options.fleet();
    SiemContent content = options.content(wiring, fleet);
    SortedMap<String, byte[]> files = content.files();
    try {
      new ExportFolder(out).write(files);
    } catch (InstallException foreign) {
      throw new CommandException(ExitCode.INVALID, String.valueOf(foreign.getMessage()));
    }
    lines(files).forEach(wiring.out()::println);
    List<String> problems = AppCheck.ofKnownFields().problems(content.splunk());
    problems.forEach(problem -> wiring.out().println("  not sound: " + problem));
    return problems.isEmpty() ? ExitCode.OK.code() : ExitCode.CHECKS_FAILED.code();
  }

  private List<String> lines(SortedMap<String, byte[]> files) {
    String packed = "splunk/" + AppPackage.fileName();
    long objects =
        files.keySet().stream().filter(path -> path.matches("datadog/[^/]+/[^/]+\\.json")).count();
    return List.of(
        "Wrote to %s:".formatted(out),
        "  %s  the Splunk app %s %s, %,d bytes; unpacked beside it"
            .formatted(packed, AppIdentity.ID, AppIdentity.VERSION, length(files, packed)),
        "  datadog/  %d objects for Datadog, one JSON file each, and what it cannot say (README.md)"
            .formatted(objects),
        "",
        "Splunk Cloud: Apps > Manage Apps > Uploaded Apps > Upload App, and choose the package.",
        "Splunk Enterprise: Apps > Manage Apps > Install app from file, or on the search head",
        "  splunk install app %s -update 1".formatted(AppPackage.fileName()),
        "Datadog: fleet siem apply --to datadog creates them, and knows them again later.",
        "fleet siem diff tells what is installed otherwise; docs/OPERATIONS.md says more.");
  }

  private static int length(SortedMap<String, byte[]> files, String path) {
    byte[] bytes = files.get(path);
    return bytes == null ? 0 : bytes.length;
  }
}
