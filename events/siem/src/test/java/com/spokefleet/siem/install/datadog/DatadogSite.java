package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.datadog.DatadogObject;
import com.spokefleet.siem.datadog.Ownership;
import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.Site;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.RequestLedger;
import com.spokefleet.testing.siem.datadog.ContentKind;
import com.spokefleet.testing.siem.datadog.DatadogAccount;
import com.spokefleet.testing.stream.intake.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A local account. */
final class DatadogSite implements Site {
  static final Ownership OWNERSHIP = new Ownership("test");

  private final DatadogAccount account = DatadogAccount.start("api-key", "application-key");
  private final AtomicLong waitedMillis = new AtomicLong();
  private final EnumSet<DatadogKind> kinds = EnumSet.allOf(DatadogKind.class);
  private final Map<String, String> foreign = new TreeMap<>();

  DatadogAccount account() {
    return account;
  }

  EnumSet<DatadogKind> kinds() {
    return kinds;
  }

  RestClient client(String applicationKey) {
    return new RestClient(
        RestClient.newClient(),
        account.address(),
        () -> Map.of("DD-API-KEY", "api-key", "DD-APPLICATION-KEY", applicationKey),
        new Random(7),
        time -> waitedMillis.addAndGet(time.toMillis()));
  }

  @Override
  public Installation installation() {
    return new DatadogInstallation("test", OWNERSHIP, kinds, client("application-key"));
  }

  @Override
  public RequestLedger requests() {
    return account.requests();
  }

  @Override
  public FaultScript<ApiFault> faults() {
    return account.faults();
  }

  @Override
  public Duration waited() {
    return Duration.ofMillis(waitedMillis.get());
  }

  @Override
  public List<WantedObject> content(int version) {
    return DatadogInstallation.wanted(pack(version));
  }

  static List<DatadogObject> pack(int version) {
    List<DatadogObject> pack = new ArrayList<>();
    pack.add(
        object(
            DatadogKind.PIPELINE,
            "events",
            "Events",
            """
            {"name": "Events", "is_enabled": true, "filter": {"query": "@vendor:x"},
             "processors": [{"type": "date-remapper", "sources": ["time"]}], "description": ""}
            """));
    pack.add(
        object(
            DatadogKind.DASHBOARD,
            "overview",
            "Overview",
            """
            {"title": "Overview", "layout_type": "ordered", "description": "Who did what.",
             "widgets": [{"definition": {"type": "note", "content": "x"}}],
             "template_variables": []}
            """));
    pack.add(monitor("oauth", "OAuth client created", version == 1 ? "> 0" : "> 1"));
    pack.add(
        version == 1
            ? monitor("only-old", "Only old", "> 5")
            : monitor("only-new", "Only new", "> 5"));
    pack.add(
        object(
            DatadogKind.RULE,
            "rule",
            "A rule",
            """
            {"name": "A rule", "isEnabled": true, "type": "log_detection", "message": "m",
             "queries": [{"query": "q", "aggregation": "count"}], "filters": [],
             "cases": [{"status": "high", "condition": "a > 0", "notifications": []}],
             "options": {"evaluationWindow": 300}}
            """));
    return pack;
  }

  private static DatadogObject monitor(String id, String name, String threshold) {
    return object(
        DatadogKind.MONITOR,
        id,
        name,
        """
        {"name": "%s", "type": "log alert", "message": "m", "priority": 1,
         "query": "logs(\\"q\\").index(\\"*\\").rollup(\\"count\\").last(\\"5m\\") %s",
         "options": {"thresholds": {"critical": 0.0}, "groupby_simple_monitor": false}}
        """
            .formatted(name, threshold));
  }

  private static DatadogObject object(DatadogKind kind, String id, String name, String json) {
    ObjectNode body = DatadogAccount.json(json);
    if (kind == DatadogKind.DASHBOARD) {
      body.put("description", body.path("description").asText() + "\n" + OWNERSHIP.line(id));
    } else {
      ArrayNode tags = body.putArray("tags");
      OWNERSHIP.tags(id).forEach(tags::add);
    }
    return new DatadogObject(kind, id, name, body);
  }

  @Override
  public ObjectKey changed() {
    return new ObjectKey("monitors", "oauth");
  }

  String monitorId() {
    return account.contents(ContentKind.MONITOR).entrySet().stream()
        .filter(entry -> entry.getValue().contains("spokefleet-id:oauth"))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  @Override
  public void editByHand() {
    account.edit(
        ContentKind.MONITOR,
        monitorId(),
        monitor -> monitor.put("query", monitor.path("query").asText().replaceAll("> .*", "> 99")));
  }

  @Override
  public String edited() {
    return DatadogAccount.json(
            account.contents(ContentKind.MONITOR).getOrDefault(monitorId(), "{}"))
        .path("query")
        .asText();
  }

  @Override
  public ObjectKey addForeign() {
    add(
        ContentKind.MONITOR,
        "{\"name\": \"OAuth client created\", \"type\": \"log alert\", \"query\": \"mine\"}");
    add(
        ContentKind.MONITOR,
        "{\"name\": \"Theirs\", \"type\": \"log alert\", \"query\": \"q\", \"tags\": [\"managed-by:spokefleet\", \"spokefleet-fleet:other\", \"spokefleet-id:only-old\"]}");
    add(
        ContentKind.DASHBOARD,
        "{\"title\": \"Theirs\", \"layout_type\": \"free\", \"widgets\": []}");
    add(ContentKind.PIPELINE, "{\"name\": \"Theirs\", \"processors\": []}");
    return changed();
  }

  private void add(ContentKind kind, String json) {
    String id = account.add(kind, DatadogAccount.json(json));
    foreign.put(kind + id, kind.name());
  }

  @Override
  public String foreign() {
    StringBuilder text = new StringBuilder();
    for (ContentKind kind : ContentKind.values()) {
      account
          .contents(kind)
          .forEach(
              (id, object) -> {
                if (foreign.containsKey(kind + id)) {
                  text.append(object).append('\n');
                }
              });
    }
    return text.toString();
  }

  @Override
  public int ours() {
    int all = 0;
    for (ContentKind kind : ContentKind.values()) {
      all += account.contents(kind).size();
    }
    return all - foreign.size();
  }

  @Override
  public void close() {
    account.close();
  }
}
