package com.spokefleet.benchmark.coldstart;

import com.spokefleet.benchmark.Median;
import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.process.RuntimeProcess;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.transform.TransformHandler;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the transformation by AWS's own runtime client against a local runtime API, in turn with a
 * bare Jackson handler: from the start of the process to its asking for work (init), and to its
 * first answer.
 */
public final class ColdStart {
  private static final double MILLION = 1e6;
  private static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  private static final String EVENT =
      """
      {"id":"e-1","detail-type":"v2.detail.events.conversation.{id}.acw",\
      "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/one",\
      "detail":{"eventBody":{"eventTime":1794319862180,"userId":"u","queueId":"q"}}}""";

  private enum Kind {
    TRANSFORM("Spokefleet's transformation", TransformHandler.class),
    BARE("Bare Jackson handler", BareJacksonHandler.class);

    private final String title;
    private final Class<?> handler;

    Kind(String title, Class<?> handler) {
      this.title = title;
      this.handler = handler;
    }
  }

  private record Times(double init, double invoke) {}

  private final int starts;

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public ColdStart(boolean full) {
    this.starts = full ? 11 : 1;
  }

  public void measure(Report report) throws IOException {
    Map<Kind, List<Times>> times = new EnumMap<>(Kind.class);
    for (int start = 0; start < starts; start++) {
      for (Kind kind : Kind.values()) {
        times.computeIfAbsent(kind, one -> new ArrayList<>()).add(start(kind));
      }
    }
    report.heading("Cold start of the transformation");
    report.table("handler", "init, ms", "first invocation, ms", "both, ms");
    times.forEach(
        (kind, all) ->
            report.row(
                kind.title,
                Report.number(median(all, false) / MILLION, 0),
                Report.number(median(all, true) / MILLION - median(all, false) / MILLION, 0),
                Report.number(median(all, true) / MILLION, 0)));
    report.note(
        "Init of the transformation / of the bare handler: %s; both phases: %s. Medians of %d starts in turn, one core, C1 only, SerialGC."
            .formatted(
                Report.number(ratio(times, false), 2),
                Report.number(ratio(times, true), 2),
                starts));
  }

  private static double ratio(Map<Kind, List<Times>> times, boolean whole) {
    return median(times.getOrDefault(Kind.TRANSFORM, List.of()), whole)
        / median(times.getOrDefault(Kind.BARE, List.of()), whole);
  }

  private static double median(List<Times> times, boolean whole) {
    return Median.of(
        times.stream().map(each -> whole ? each.init() + each.invoke() : each.init()).toList());
  }

  private static Times start(Kind kind) throws IOException {
    String data = Base64.getEncoder().encodeToString(EVENT.getBytes(StandardCharsets.UTF_8));
    String request =
        "{\"records\":[{\"recordId\":\"r\",\"approximateArrivalTimestamp\":1,\"data\":\"%s\"}]}"
            .formatted(data);
    try (LocalRuntimeApi api = new LocalRuntimeApi(request.getBytes(StandardCharsets.UTF_8))) {
      long begin = System.nanoTime();
      RuntimeProcess process =
          RuntimeProcess.start(
              kind.handler.getName(), api.address(), environment(), classPath(kind));
      try {
        LocalRuntimeApi.Moment asked = api.next();
        LocalRuntimeApi.Moment answered = api.next();
        if (!asked.what().equals("next") || !answered.what().endsWith("/response")) {
          throw new IOException(
              "Cannot measure %s: it said %s, then %s"
                  .formatted(kind.title, asked.what(), answered.what()));
        }
        return new Times(asked.nanos() - begin, answered.nanos() - asked.nanos());
      } finally {
        process.stop();
      }
    }
  }

  private static Map<String, String> environment() {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("splunk", "genesys"),
            List.of(new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.empty());
    return Map.of(TransformHandler.SETTINGS, SettingsJson.write(settings));
  }

  /** Only what the function itself has, and the runtime client. */
  private static String classPath(Kind kind) {
    List<String> wanted =
        switch (kind) {
          case TRANSFORM ->
              List.of(
                  "transform", "events", "telemetry", "jackson-core", "lambda-java", "jspecify");
          case BARE ->
              List.of(
                  "benchmark",
                  "jackson-core",
                  "jackson-databind",
                  "jackson-annotations",
                  "lambda-java");
        };
    List<String> chosen = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      String module = name.equals("classes") ? entry : name;
      if (wanted.stream().anyMatch(module::contains)) {
        chosen.add(entry);
      }
    }
    return String.join(File.pathSeparator, chosen);
  }
}
