package com.spokefleet.packages;

import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fake org by the machine's clock, the fleet.yaml that names it, and a function's variables. */
final class ServedOrg implements AutoCloseable {
  static final String NAME = "emea";

  private static final int CONVERSATIONS_PER_DAY = 1_500;
  private static final Duration HISTORY = Duration.ofHours(3);

  private final Path folder;
  private final FakeGenesysCloud cloud;

  /**
   * @param credentials as fleet.yaml says them
   */
  ServedOrg(Path folder, String credentials) throws IOException {
    this.folder = folder;
    Clock clock = Clock.systemUTC();
    cloud =
        FakeGenesysCloud.start(
            List.of(
                FakeOrgSettings.named(NAME, 11, clock.instant().minus(HISTORY))
                    .conversationsPerDay(CONVERSATIONS_PER_DAY)
                    .volume(Volume.EVEN)
                    .oddities(DataOddities.none())
                    .build()),
            clock);
    Files.createDirectories(folder.resolve("scratch"));
    Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        name: packaged
        hub:
          awsRegion: eu-central-1
          lakeBucket: packaged-lake
        standards:
          serviceLevel:
            percent: 80
            threshold: 20s
          currency: EUR
        spokes:
          - name: %s
            orgId: %s
            genesysRegion: eu-central-1
            awsRegion: eu-central-1
            credentials: %s
            timeZone: UTC
            currency: EUR
            businessRegion: EMEA
            residency: full
            latency: immediate
            schedule:
              historyDays: 1
            endpoints:
              api: %s
              login: %s
        """
            .formatted(NAME, org().orgId(), credentials, org().api(), org().login()));
  }

  FakeOrg org() {
    return cloud.org(NAME);
  }

  Map<String, String> environment(String lake, String checkpoints) {
    Map<String, String> environment = new TreeMap<>();
    environment.put(IngestEnvironment.FLEET, folder.resolve("fleet.yaml").toString());
    environment.put(IngestEnvironment.ORG, NAME);
    environment.put(IngestEnvironment.LAKE, lake);
    environment.put(IngestEnvironment.CHECKPOINTS, checkpoints);
    // As the tests' own clients sign: DynamoDB Local keeps tables by key, S3Proxy knows no token.
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SESSION_TOKEN", "");
    environment.put(IngestEnvironment.SCRATCH, folder.resolve("scratch").toString());
    return environment;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
