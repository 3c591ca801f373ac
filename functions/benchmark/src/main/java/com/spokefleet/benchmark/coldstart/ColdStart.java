package com.spokefleet.benchmark.coldstart;

import com.spokefleet.benchmark.Median;
import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.coldstart.FunctionStart.Times;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.FunctionPackage;
import com.spokefleet.transform.TransformHandler;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the deployed packages by AWS's own runtime client against a local runtime API, by each
 * means in turn: from the start of the process to its asking for work (init), and from being given
 * work to its first answer.
 */
public final class ColdStart {
  private static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  private static final String EVENT =
      """
      {"id":"e-1","detail-type":"v2.detail.events.conversation.{id}.acw",\
      "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/one",\
      "detail":{"eventBody":{"eventTime":1794319862180,"userId":"u","queueId":"q"}}}""";

  /** Without the one that is measured beside the bare handler. */
  private static final List<Means> BY_ZIP_OR_IMAGE =
      List.of(Means.ALL_TIERS, Means.C1, Means.C1_AOT, Means.ONE_PATH_AOT);

  private final Path folder;
  private final int starts;

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public ColdStart(Path folder, boolean full) {
    this.folder = folder;
    this.starts = full ? 5 : 1;
  }

  public void measure(Report report) throws IOException {
    Subject transform = subject("transform", TransformHandler.class, settings(), batch());
    report.heading("Cold start");
    report.table("function", "means", "init, ms", "first invocation, ms", "both, ms");
    Subject bare =
        new Subject(
            "bare Jackson handler",
            BareJacksonHandler.class.getName(),
            transform.folder(),
            classPathOf("classes", "jackson-"),
            Map.of(),
            batch());
    measure(List.of(transform, bare), List.of(Means.ONE_PATH), report);
    snapshots(transform, report);
    measure(List.of(transform), BY_ZIP_OR_IMAGE, report);
    try (AwsOrg org = new AwsOrg(folder.resolve("org"))) {
      Subject ingest =
          subject(
              "ingest",
              IngestHandler.class,
              org.environment(),
              "{\"datasets\": [\"configuration\"]}");
      // The first of all runs lands; those that are measured find everything as it was.
      FunctionStart.cold(Means.C1.launch(ingest, folder), ingest);
      measure(List.of(ingest), List.of(Means.values()), report);
    } catch (IOException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IOException("Cannot start what the ingestion function runs against", failure);
    }
    report.note(
        "Medians of %d starts in turn, one core, SerialGC; load of the machine at the end: %s."
            .formatted(
                starts,
                Report.number(
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1)));
  }

  private void measure(List<Subject> subjects, List<Means> all, Report report) throws IOException {
    Map<String, List<Times>> times = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      for (Means means : all) {
        means.prepare(subject, folder);
      }
    }
    for (int start = 0; start < starts; start++) {
      for (Subject subject : subjects) {
        for (Means means : all) {
          times
              .computeIfAbsent(subject.title() + "|" + means.title, row -> new ArrayList<>())
              .add(FunctionStart.cold(means.launch(subject, folder), subject));
        }
      }
    }
    times.forEach((row, measured) -> row(report, row, measured));
  }

  /** SnapStart as far as it can be run here: the time to restore the memory is not in it. */
  private void snapshots(Subject transform, Report report) throws IOException {
    Map<String, String> variables = new TreeMap<>(transform.environment());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    Subject snapped =
        new Subject(
            transform.title(),
            transform.handler(),
            transform.folder(),
            transform.jar(),
            variables,
            transform.request());
    FunctionLaunch primed = Means.ALL_TIERS.launch(snapped, folder);
    List<String> options = new ArrayList<>(primed.javaOptions());
    // No such package: the hooks are not called.
    options.add("-Dorg.crac.Core.Compat=none");
    Map<String, List<Times>> times = new LinkedHashMap<>();
    for (int start = 0; start < starts; start++) {
      times
          .computeIfAbsent("|SnapStart, not primed", row -> new ArrayList<>())
          .add(FunctionStart.restored(primed.withJavaOptions(options), snapped));
      times
          .computeIfAbsent("|SnapStart, primed", row -> new ArrayList<>())
          .add(FunctionStart.restored(primed, snapped));
    }
    times.forEach((row, measured) -> row(report, transform.title() + row, measured));
  }

  private static void row(Report report, String row, List<Times> measured) {
    String[] names = row.split("\\|", -1);
    report.row(
        names[0],
        names[1],
        Report.number(Median.of(measured.stream().map(Times::init).toList()), 0),
        Report.number(Median.of(measured.stream().map(Times::invoke).toList()), 0),
        Report.number(Median.of(measured.stream().map(Times::both).toList()), 0));
  }

  private Subject subject(
      String module, Class<?> handler, Map<String, String> environment, String request)
      throws IOException {
    Path jar = FunctionPackage.of(Path.of("..", module).toAbsolutePath().normalize());
    Path unzipped = FunctionPackage.unzip(jar, folder.resolve(module));
    long kilobytes = Files.size(jar) / 1000;
    return new Subject(
        "%s (%,d kB)".formatted(module, kilobytes),
        handler.getName(),
        unzipped,
        jar.toString(),
        environment,
        request);
  }

  private static Map<String, String> settings() {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("splunk", "genesys"),
            List.of(new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.empty());
    return Map.of(TransformHandler.SETTINGS, SettingsJson.write(settings));
  }

  private static String batch() {
    String data = Base64.getEncoder().encodeToString(EVENT.getBytes(StandardCharsets.UTF_8));
    return "{\"records\":[{\"recordId\":\"r\",\"approximateArrivalTimestamp\":1,\"data\":\"%s\"}]}"
        .formatted(data);
  }

  private static String classPathOf(String... names) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry -> Stream.of(names).anyMatch(name -> new File(entry).getName().startsWith(name)))
        .filter(entry -> !entry.endsWith("classes") || entry.contains("benchmark"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
