package com.spokefleet.siem.install.splunk;

import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.Site;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.RequestLedger;
import com.spokefleet.testing.siem.splunk.SplunkManagement;
import com.spokefleet.testing.stream.intake.FaultScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A local Splunk where the app is installed without a single object. */
final class SplunkSite implements Site {
  static final String APP = "spokefleet_test";

  private static final String SEARCHES = "saved/searches";

  private final SplunkManagement splunk = SplunkManagement.start("a-token", APP);
  private final AtomicLong waitedMillis = new AtomicLong();
  private final Installation installation =
      new SplunkInstallation("test", APP, "1.0.0", client("a-token"));
  private final Set<String> foreign = new HashSet<>();

  SplunkSite() {
    splunk.install("1.0.0", Map.of("default/" + Manifest.CONF + ".conf", Manifest.conf(List.of())));
  }

  SplunkManagement splunk() {
    return splunk;
  }

  RestClient client(String token) {
    return new RestClient(
        RestClient.newClient(),
        splunk.address(),
        () -> Map.of("Authorization", "Bearer " + token),
        new Random(7),
        time -> waitedMillis.addAndGet(time.toMillis()));
  }

  @Override
  public Installation installation() {
    return installation;
  }

  @Override
  public RequestLedger requests() {
    return splunk.requests();
  }

  @Override
  public FaultScript<ApiFault> faults() {
    return splunk.faults();
  }

  @Override
  public Duration waited() {
    return Duration.ofMillis(waitedMillis.get());
  }

  @Override
  public List<WantedObject> content(int version) {
    return SplunkContent.wanted(files(version));
  }

  /** An app's files, without its manifest. */
  static SortedMap<String, byte[]> files(int version) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    put(files, "default/app.conf", "[install]\nbuild = 1\n");
    put(
        files,
        "default/macros.conf",
        "[genesys_index]\ndefinition = index=genesys\niseval = 0\n[backend(1)]\nargs = a\n"
            + "definition = index=web \\\nstatus>=500\n");
    put(
        files,
        "default/savedsearches.conf",
        """
        [OAuth client created]
        search = `genesys_index` vendor_action=Create \\
        | stats count by org_id, "a=b&c"
        enableSched = 1
        cron_schedule = %s
        counttype = number of events
        relation = greater than
        quantity = 0
        action.email = true
        [%s]
        search = index=_internal
        """
            .formatted(
                version == 1 ? "3-59/5 * * * *" : "4-59/5 * * * *",
                version == 1 ? "Only old: 100 %/day" : "Only new: 100 %/day"));
    put(files, "default/tags.conf", "[eventtype=genesys_audit]\nchange = enabled\n");
    put(
        files,
        "default/data/ui/views/overview.xml",
        "<dashboard version=\"1.1\"><label>A &amp; B</label></dashboard>\n");
    put(
        files,
        "lookups/privileged.csv",
        "object_id,name,reason\n1,\"CRM, \"\"main\"\"\",back\\slash\n2,Other,\n");
    put(files, "lookups/users.csv", "user_id,name\n");
    return files;
  }

  private static void put(SortedMap<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ObjectKey changed() {
    return new ObjectKey("savedsearches", "OAuth client created");
  }

  @Override
  public void editByHand() {
    splunk.set(SEARCHES, "OAuth client created", Map.of("cron_schedule", "0 6 * * *"));
  }

  @Override
  public String edited() {
    return splunk
        .contents()
        .getOrDefault(SEARCHES + "/OAuth client created", "")
        .replaceAll(".*\"cron_schedule\":\"([^\"]*)\".*", "$1");
  }

  @Override
  public ObjectKey addForeign() {
    add(
        SEARCHES,
        "OAuth client created",
        Map.of("search", "index=mine", "cron_schedule", "1 1 * * *"));
    add(SEARCHES, "Theirs", Map.of("search", "index=mine"));
    add("configs/conf-macros", "theirs", Map.of("definition", "index=mine"));
    add("data/ui/views", "theirs", Map.of("eai:data", "<dashboard/>"));
    return changed();
  }

  private void add(String endpoint, String name, Map<String, String> values) {
    splunk.set(endpoint, name, values);
    foreign.add(endpoint + "/" + name);
  }

  @Override
  public String foreign() {
    StringBuilder text = new StringBuilder();
    splunk
        .contents()
        .forEach(
            (path, object) -> {
              if (foreign.contains(path)) {
                text.append(object).append('\n');
              }
            });
    return text.toString();
  }

  @Override
  public int ours() {
    return (int)
        splunk.contents().keySet().stream()
            .filter(path -> !foreign.contains(path))
            .filter(path -> !path.contains(Manifest.CONF) && !path.endsWith("/exported"))
            .count();
  }

  @Override
  public void close() {
    splunk.close();
  }
}
