package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.lookup.UserName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything for a Datadog account. The same detections and dashboards as every other SIEM gets;
 * where Datadog cannot say what they say, {@link #limits} does. It follows from what it is made of
 * to the byte.
 */
public final class DatadogPack {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final SiemContext context;
  private final List<DatadogObject> objects;
  private final Set<String> ruled;
  private final List<Limit> limits;

  private DatadogPack(
      SiemContext context, List<DatadogObject> objects, Set<String> ruled, List<Limit> limits) {
    this.context = context;
    this.objects = List.copyOf(objects);
    this.ruled = Set.copyOf(ruled);
    this.limits = List.copyOf(limits);
  }

  public static DatadogPack of(
      SiemContext context, List<Detection> detections, List<Dashboard> dashboards) {
    Ownership ownership = new Ownership(context.fleet());
    List<Limit> limits = new ArrayList<>(GeneralLimits.all());
    List<DatadogObject> objects = new ArrayList<>();
    objects.add(new LogPipeline(context, groups(detections)).object(ownership));
    objects.add(LogMetric.records(ownership));
    for (Dashboard dashboard : dashboards) {
      DashboardBody body = new DashboardBody(context, dashboard);
      objects.add(body.object(ownership));
      limits.addAll(body.limits());
    }
    MonitorBodies monitors = new MonitorBodies(context, ownership);
    detections.forEach(detection -> objects.addAll(monitors.of(detection)));
    limits.addAll(monitors.limits());
    RuleBodies rules = new RuleBodies(context, ownership);
    List<DatadogObject> ruleObjects =
        detections.stream().flatMap(detection -> rules.of(detection).stream()).toList();
    objects.addAll(ruleObjects);
    limits.addAll(rules.limits());
    return new DatadogPack(
        context,
        objects,
        ruleObjects.stream().map(DatadogObject::id).collect(Collectors.toSet()),
        limits);
  }

  /** All of it: rules, and the monitors that stand in for them. */
  public List<DatadogObject> objects() {
    return objects;
  }

  /** For an account with Cloud SIEM: rules, and of the monitors those that no rule replaces. */
  public List<DatadogObject> withCloudSiem() {
    return objects.stream()
        .filter(
            object -> object.kind() != DatadogKind.MONITOR || !ruled.contains(baseOf(object.id())))
        .toList();
  }

  /** For an account without Cloud SIEM: no rules. */
  public List<DatadogObject> withoutCloudSiem() {
    return objects.stream().filter(object -> object.kind() != DatadogKind.RULE).toList();
  }

  /** What of the catalogue Datadog cannot say, or says otherwise. */
  public List<Limit> limits() {
    return limits;
  }

  /** The files of an export, by path. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (DatadogObject object : objects) {
      files.put(object.kind().folder() + "/" + object.id() + ".json", bytes(object.body()));
    }
    files.put("facets.json", bytes(FacetList.of(objects)));
    files.put(
        "README.md", PackReadme.text(context, objects, limits).getBytes(StandardCharsets.UTF_8));
    if (!context.lookups().users().isEmpty()) {
      files.put("users.csv", usersCsv().getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private String baseOf(String id) {
    String suffix = "-privileged";
    return id.endsWith(suffix) && !ruled.contains(id)
        ? id.substring(0, id.length() - suffix.length())
        : id;
  }

  /** What is grouped by, and what new combinations are of. */
  private static List<AlertGroup> groups(List<Detection> detections) {
    return detections.stream()
        .flatMap(
            detection ->
                detection.trigger() instanceof Trigger.NewCombination fresh
                    ? Stream.of(new AlertGroup(fresh.fields()))
                    : Stream.of(new AlertGroup(detection.by())))
        .distinct()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private String usersCsv() {
    StringBuilder csv = new StringBuilder("key,name\n");
    for (UserName user : context.lookups().users()) {
      csv.append(user.orgId()).append('/').append(user.userId()).append(",\"");
      csv.append(user.name().replace("\"", "\"\"")).append("\"\n");
    }
    return csv.toString();
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return (JSON.writer(PRETTY).writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Cannot write JSON that was just made", impossible);
    }
  }
}
