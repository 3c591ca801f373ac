package com.spokefleet.cli;

import com.spokefleet.aws.AwsClients;
import com.spokefleet.aws.S3ObjectStore;
import com.spokefleet.aws.SecretsManagerSecretStore;
import com.spokefleet.aws.StoreRetry;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.auth.AccessTokens;
import com.spokefleet.genesys.auth.ClientCredentials;
import com.spokefleet.genesys.auth.EnvironmentSecretStore;
import com.spokefleet.genesys.auth.FileSecretStore;
import com.spokefleet.genesys.auth.ReferencedSecretStore;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.auth.SignIn;
import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.CheckedOrg;
import com.spokefleet.genesys.configuration.OrgCheck;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.store.FolderObjectStore;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Everything a command takes from the machine it runs on, so that this is the one place where the
 * clock, the environment, the streams and the HTTP client are looked up or made. Tests pass their
 * own.
 *
 * @param sleeper how the Genesys client waits
 * @param interactive whether a person watches, so that lines may be redrawn
 */
public record Wiring(
    Map<String, String> environment,
    Clock clock,
    Sleeper sleeper,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive) {
  private static final String S3 = "s3://";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  static Wiring ofThisMachine() {
    Console console = System.console();
    return new Wiring(
        System.getenv(),
        Clock.systemUTC(),
        Thread::sleep,
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        console != null && console.isTerminal());
  }

  /** Colour only for a person who did not refuse it (no-color.org). */
  boolean coloured() {
    return interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** The same machine at another time. */
  public Wiring at(Clock other) {
    return new Wiring(environment, other, sleeper, in, out, err, interactive);
  }

  /** The lake in a folder; scratch files go to the machine's temporary folder. */
  public LocalLake lake(Path folder) {
    return new LocalLake(folder, Path.of(System.getProperty("java.io.tmpdir")), clock);
  }

  /** How an org is examined; {@code file:} credentials are found beside the fleet file. */
  public BiFunction<Spoke, Deadline, List<CheckResult>> orgChecks(Path fleetFile) {
    HttpRuntime runtime = runtime();
    return (spoke, deadline) -> {
      OrgConnection org = connection(runtime, fleetFile, spoke, spoke.credentials());
      return new OrgCheck(CheckedOrg.of(spoke), org.tokens(), org.http()).run(deadline);
    };
  }

  /** The way into an org with credentials that need not be those of its entry. */
  public OrgConnection connection(Path fleetFile, Spoke spoke, String credentials) {
    return connection(runtime(), fleetFile, spoke, credentials);
  }

  private OrgConnection connection(
      HttpRuntime runtime, Path fleetFile, Spoke spoke, String credentials) {
    SignIn own = SignIn.of(spoke);
    SignIn signIn = new SignIn(own.orgName(), own.region(), own.login(), credentials);
    SecretStore secrets = secrets(fleetFile, spoke.awsRegion());
    HttpSettings settings = HttpSettings.defaults();
    AccessTokens tokens = new AccessTokens(signIn, secrets, settings, runtime);
    return new OrgConnection(
        tokens, new GenesysHttp(spoke.endpoints().api(), tokens, settings, runtime));
  }

  private HttpRuntime runtime() {
    return new HttpRuntime(
        HttpRuntime.newClient(CONNECT_TIMEOUT),
        clock,
        sleeper,
        new SecureRandom(),
        RequestObserver.NONE);
  }

  /** Everything a replay reads from and sends to; {@code file:} secrets are beside the file. */
  public ReplayConnections replays(Path fleetFile, String region) {
    return new ReplayConnections(clock, sleeper::sleep, secrets(fleetFile, region), region);
  }

  /** How SIEMs are reached; {@code file:} secrets are beside the file. */
  public SiemConnections siems(Path fleetFile, String region) {
    return new SiemConnections(secrets(fleetFile, region), new SecureRandom(), sleeper::sleep);
  }

  /** Reads a lake in a folder, or in {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}. */
  public LakeReader lakeReader(String place, String region) {
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    if (!place.startsWith(S3)) {
      return new LakeReader(new FolderObjectStore(Path.of(place)), scratch);
    }
    String[] parts = place.substring(S3.length()).split("/", 2);
    String prefix = parts.length < 2 || parts[1].isEmpty() ? "" : parts[1].replaceAll("/*$", "/");
    StoreRetry retry = StoreRetry.standard(new SecureRandom(), sleeper::sleep);
    return new LakeReader(
        new S3ObjectStore(new AwsClients(Region.of(region)).s3(), parts[0], prefix, retry),
        scratch);
  }

  /** The same places the ingest function looks in; AWS is asked only if a reference says so. */
  private SecretStore secrets(Path fleetFile, String region) {
    Path folder = Objects.requireNonNull(fleetFile.toAbsolutePath().getParent());
    return new ReferencedSecretStore(
        Map.of(
            EnvironmentSecretStore.SCHEME,
            new EnvironmentSecretStore(environment),
            FileSecretStore.SCHEME,
            new FileSecretStore(folder),
            SecretsManagerSecretStore.SCHEME,
            new OnDemandSecrets(Region.of(region))));
  }

  /** Makes its client only when a secret is asked for. */
  private record OnDemandSecrets(Region region) implements SecretStore {
    @Override
    public ClientCredentials read(String reference) {
      try (SecretsManagerClient client = new AwsClients(region).secretsManager()) {
        return new SecretsManagerSecretStore(client).read(reference);
      }
    }

    @Override
    public String token(String reference, String field) {
      try (SecretsManagerClient client = new AwsClients(region).secretsManager()) {
        return new SecretsManagerSecretStore(client).token(reference, field);
      }
    }
  }
}
