package com.spokefleet.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.ingest.conversation.ReadPlan;
import com.spokefleet.ingest.user.UsersPlan;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Fake orgs, a real fleet.yaml that points at them, and the real handler for each: everything that
 * runs on AWS but AWS. Stores and plan can be wrapped or varied before an org's first run.
 */
final class SmallFleet implements AutoCloseable {
  private static final List<String> REGIONS =
      List.of("eu-central-1", "us-east-1", "ap-southeast-2");

  private final Path folder;
  private final VirtualClock clock;
  private final FakeGenesysCloud cloud;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Map<String, IngestHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, VirtualClock> clocks = new TreeMap<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final ObjectMapper mapper = new ObjectMapper();
  private UnaryOperator<ObjectStore> objects = store -> store;
  private UnaryOperator<CheckpointStore> checkpoints = store -> store;
  private UnaryOperator<ReadPlan> plan = standard -> standard;
  private UnaryOperator<UsersPlan> usersPlan = standard -> standard;
  private Duration timeout = Duration.ofMinutes(15);

  SmallFleet(Path folder, VirtualClock clock, List<FakeOrgSettings> orgs) {
    this(folder, clock, orgs, Map.of());
  }

  /**
   * @param moreOfSpoke per org further lines of its entry, instead of {@code residency: full}
   */
  SmallFleet(
      Path folder,
      VirtualClock clock,
      List<FakeOrgSettings> orgs,
      Map<String, String> moreOfSpoke) {
    this.folder = folder;
    this.clock = clock;
    this.cloud = FakeGenesysCloud.start(orgs, clock);
    writeFleet(moreOfSpoke);
  }

  SmallFleet withStores(
      UnaryOperator<ObjectStore> objectsAround, UnaryOperator<CheckpointStore> checkpointsAround) {
    objects = objectsAround;
    checkpoints = checkpointsAround;
    handlers.clear();
    return this;
  }

  SmallFleet withPlan(UnaryOperator<ReadPlan> planChange) {
    plan = planChange;
    handlers.clear();
    return this;
  }

  SmallFleet withUsersPlan(UnaryOperator<UsersPlan> planChange) {
    usersPlan = planChange;
    handlers.clear();
    return this;
  }

  void timeout(Duration time) {
    timeout = time;
  }

  /**
   * From its next cold start the org's function lives by this clock, so that no other org's waiting
   * moves it.
   */
  void clockOf(String org, VirtualClock own) {
    clocks.put(org, own);
    handlers.remove(org);
  }

  /** Sets or replaces a variable in the environment of all functions. */
  void variable(String key, String value) {
    variables.put(key, value);
    handlers.clear();
  }

  /** Changes the fleet.yaml that all functions read at their next cold start. */
  void rewriteFleet(UnaryOperator<String> change) {
    Path file = folder.resolve("fleet.yaml");
    try {
      Files.writeString(file, change.apply(Files.readString(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    handlers.clear();
  }

  FakeOrg org(String name) {
    return cloud.org(name);
  }

  Collection<FakeOrg> orgs() {
    return cloud.orgs();
  }

  VirtualClock clock() {
    return clock;
  }

  Path folder() {
    return folder;
  }

  Path lake() {
    return folder.resolve("lake");
  }

  /** Everything the functions have logged. */
  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** One invocation of the org's function with the given request; its report. */
  JsonNode invoke(String org, String request) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handlers
          .computeIfAbsent(org, this::coldHandler)
          .handleRequest(
              new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
              output,
              new LocalContext(timeout, clockOf(org)));
      return mapper.readTree(output.toByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A cold closure function of the org, as Lambda makes it but for time. */
  ClosureHandler closure(String org) {
    return new ClosureHandler(
        environment(org),
        clockOf(org),
        clockOf(org)::advance,
        new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  JsonNode tick(String org) {
    return invoke(org, "{}");
  }

  /** Forgets the function's process, as Lambda does. */
  void coldStart(String org) {
    handlers.remove(org);
  }

  private IngestHandler coldHandler(String org) {
    IngestEnvironment environment = IngestEnvironment.parse(environment(org));
    Fleet fleet = FleetParser.parse(environment.fleet());
    Spoke spoke = fleet.spoke(org).orElseThrow();
    OrgStores stores =
        new Stores(fleet, spoke, environment(org), clockOf(org)::advance, new Random(1))
            .open(environment);
    OrgIngest ingest =
        new IngestWiring(
                environment(org),
                clockOf(org),
                clockOf(org)::advance,
                new Random(org.hashCode()),
                new PrintStream(log, true, StandardCharsets.UTF_8))
            .orgIngest(
                fleet,
                spoke,
                new OrgStores(
                    objects.apply(stores.lake()),
                    stores.raw().map(objects),
                    checkpoints.apply(stores.checkpoints()),
                    stores.secrets(),
                    stores.landed(),
                    stores.edgeStreams(),
                    stores.scratch()),
                plan.apply(ReadPlan.of(spoke.schedule())),
                usersPlan.apply(UsersPlan.of(spoke.schedule())));
    return new IngestHandler(ingest, clockOf(org));
  }

  private VirtualClock clockOf(String org) {
    return clocks.getOrDefault(org, clock);
  }

  Map<String, String> environment(String org) {
    Map<String, String> environment = new TreeMap<>();
    environment.put(IngestEnvironment.FLEET, folder.resolve("fleet.yaml").toString());
    environment.put(IngestEnvironment.ORG, org);
    environment.put(IngestEnvironment.LAKE, "file:" + lake());
    environment.put(IngestEnvironment.CHECKPOINTS, "file:" + folder.resolve("checkpoints"));
    environment.put(IngestEnvironment.SCRATCH, folder.resolve("scratch").toString());
    for (FakeOrg fake : cloud.orgs()) {
      environment.put(prefix(fake) + "_CLIENT_ID", fake.clientId());
      environment.put(prefix(fake) + "_CLIENT_SECRET", fake.clientSecret());
    }
    environment.putAll(variables);
    return environment;
  }

  private static String prefix(FakeOrg org) {
    return org.name().toUpperCase(Locale.ROOT);
  }

  private void writeFleet(Map<String, String> moreOfSpoke) {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: test-fleet
            hub:
              awsRegion: eu-central-1
              lakeBucket: test-lake
            standards:
              serviceLevel:
                percent: 80
                threshold: 30s
              currency: EUR
            spokes:
            """);
    int index = 0;
    for (FakeOrg org : cloud.orgs()) {
      String region = REGIONS.get(index++ % REGIONS.size());
      String zone = org.settings().zone().getId();
      yaml.append(
          """
            - name: %s
              orgId: %s
              genesysRegion: %s
              awsRegion: %s
              credentials: env:%s
              timeZone: %s
              currency: EUR
              businessRegion: EMEA
              endpoints:
                api: %s
                login: %s
          """
              .formatted(
                  org.name(),
                  org.orgId(),
                  region,
                  region,
                  prefix(org),
                  zone.equals("Z") ? "UTC" : zone,
                  org.api(),
                  org.login()));
      yaml.append(moreOfSpoke.getOrDefault(org.name(), "    residency: full\n"));
    }
    try {
      Files.createDirectories(folder.resolve("scratch"));
      Files.writeString(folder.resolve("fleet.yaml"), yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
