package com.spokefleet.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.aws.EmbeddedDynamoDb;
import com.spokefleet.aws.EmbeddedS3;
import com.spokefleet.aws.EmbeddedSecretsManager;
import com.spokefleet.aws.TestClients;
import com.spokefleet.ingest.ClosureHandler;
import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.ingest.IngestHandler;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import com.spokefleet.testing.org.DirectoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The ingestion function's package, both its handlers, run as Lambda runs it. */
final class IngestPackageTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** What ended since may be in the lake or not. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static Path function;

  @TempDir Path work;

  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void unzip() throws IOException {
    function = Packages.unzip("ingest", folder);
  }

  @Test
  void aTickReadsAnOrgAndLandsParquetThatAnotherReaderReads() throws IOException {
    try (ServedOrg served = new ServedOrg(work, "env:EMEA")) {
      Map<String, String> environment = folders(served);
      Instant begin = Instant.now();
      try (LocalFunction ingest = start(IngestHandler.class, function, environment)) {
        assertCompleted(ingest.invoke("{}"));
        assertThat(ingest.log())
            .as("nothing but JSON, and the JVM about Unsafe")
            .allMatch(line -> line.startsWith("{") || line.startsWith("WARNING: "));
      }
      assertLanded(served, work.resolve("lake"), begin);
    }
  }

  @Test
  void aTickOnS3DynamoDbAndSecretsManagerLandsTheSame() throws Exception {
    try (EmbeddedS3 s3 = new EmbeddedS3();
        EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start();
        EmbeddedSecretsManager secrets = new EmbeddedSecretsManager();
        S3Client buckets = TestClients.s3(s3.address());
        DynamoDbClient tables = TestClients.dynamoDb(dynamoDb.address());
        SecretsManagerClient secretValues = TestClients.secretsManager(secrets.address());
        ServedOrg served = new ServedOrg(work, "secretsmanager:spokefleet/emea")) {
      String bucket = TestClients.newBucket(buckets);
      ObjectNode credentials = json.createObjectNode();
      credentials.put("clientId", served.org().clientId());
      credentials.put("clientSecret", served.org().clientSecret());
      secretValues.createSecret(
          secret -> secret.name("spokefleet/emea").secretString(credentials.toString()));
      Map<String, String> environment =
          served.environment("s3://" + bucket, "dynamodb:" + TestClients.newTable(tables));
      environment.put(
          IngestEnvironment.QUARANTINE, "s3://" + TestClients.newBucket(buckets) + "/quarantine");
      environment.put("AWS_ENDPOINT_URL_S3", s3.address().toString());
      environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.address().toString());
      environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.address().toString());
      Instant begin = Instant.now();
      try (LocalFunction ingest = start(IngestHandler.class, function, environment)) {
        assertCompleted(ingest.invoke("{}"));
        assertCompleted(ingest.invoke("{}"));
      }
      assertLanded(served, download(buckets, bucket), begin);
    }
  }

  @Test
  void endEventsOffAQueueAreFollowed() throws IOException {
    try (ServedOrg served = new ServedOrg(work, "env:EMEA")) {
      try (LocalFunction ingest = start(IngestHandler.class, function, folders(served))) {
        assertCompleted(ingest.invoke("{\"datasets\": [\"conversation-details\"]}"));
      }
      List<EmittedEvent> events = ends(served);
      ObjectNode batch = json.createObjectNode();
      ArrayNode messages = batch.putArray("Records");
      messages.addObject().put("messageId", "spoilt").put("body", "no JSON");
      events.forEach(
          event -> messages.addObject().put("messageId", event.id()).put("body", event.json()));
      try (LocalFunction closure = start(ClosureHandler.class, function, folders(served))) {
        Moment answer = closure.invoke(batch.toString());

        assertThat(answer.kind()).as(answer.text()).isEqualTo(Moment.Kind.ANSWERED);
        assertThat(json.readTree(answer.body()).path("batchItemFailures"))
            .as(String.join("\n", closure.log()))
            .extracting(failure -> failure.path("itemIdentifier").asText())
            .containsExactly("spoilt");
        assertThat(closure.log())
            .anyMatch(
                line ->
                    line.contains("\"landed\"")
                        && line.endsWith("\"end_events\":%d}".formatted(events.size())));
      }
    }
  }

  @Test
  void aMisspeltVariableFailsTheStartWithItsName() throws IOException {
    try (ServedOrg served = new ServedOrg(work, "env:EMEA")) {
      Map<String, String> environment = new TreeMap<>(folders(served));
      environment.put("SPOKEFLEET_LAEK", "file:lake");
      try (LocalFunction ingest = start(IngestHandler.class, function, environment)) {
        Moment failure = ingest.invoke("{}");

        assertThat(failure.kind()).isEqualTo(Moment.Kind.INIT_FAILED);
        assertThat(failure.text()).contains("SPOKEFLEET_LAEK is not a setting");
      }
    }
  }

  @Test
  void aRequestThatMakesNoSenseIsAnErrorAsJsonAndTheNextOneIsAnswered() throws IOException {
    try (ServedOrg served = new ServedOrg(work, "env:EMEA");
        LocalFunction ingest = start(IngestHandler.class, function, folders(served))) {
      Moment failure = ingest.invoke("{\"datasets\": [\"surveys\"]}");
      assertThat(failure.kind()).isEqualTo(Moment.Kind.FAILED);
      assertThat(json.readTree(failure.body()).path("errorMessage").asText())
          .contains("Cannot run datasets [surveys]");

      assertCompleted(ingest.invoke("{\"datasets\": [\"configuration\"]}"));
    }
  }

  @Test
  void aPackageCutOneClassTooFarFailsAndNamesIt() throws IOException {
    Path spoilt = Packages.unzip("ingest", work.resolve("spoilt"));
    Files.delete(spoilt.resolve("com/mypurecloud/sdk/v2/model/Queue.class"));
    try (ServedOrg served = new ServedOrg(work, "env:EMEA");
        LocalFunction ingest = start(IngestHandler.class, spoilt, folders(served))) {
      Moment failure = ingest.invoke("{\"datasets\": [\"configuration\"]}");

      assertThat(failure.text() + ingest.log()).contains("com/mypurecloud/sdk/v2/model/Queue");
      assertThat(failure.kind() == Moment.Kind.ANSWERED && completed(failure)).isFalse();
    }
  }

  /** The last events of a few conversations that ended not long ago, one of each. */
  private static List<EmittedEvent> ends(ServedOrg served) {
    Set<String> ended = served.org().ledger().endedIds(Instant.now().minus(SETTLED));
    Map<String, EmittedEvent> byConversation = new LinkedHashMap<>();
    for (EmittedEvent event :
        served.org().endEvents(Instant.now().minus(Duration.ofHours(1))).reversed()) {
      boolean last = event.topic().equals("acw") || event.topic().equals("customer.end");
      if (last && ended.contains(event.conversationId())) {
        byConversation.putIfAbsent(event.conversationId(), event);
      }
    }
    return byConversation.values().stream().limit(3).toList();
  }

  private Map<String, String> folders(ServedOrg served) {
    Map<String, String> environment =
        served.environment("file:" + work.resolve("lake"), "file:" + work.resolve("checkpoints"));
    environment.put("EMEA_CLIENT_ID", served.org().clientId());
    environment.put("EMEA_CLIENT_SECRET", served.org().clientSecret());
    return environment;
  }

  private static LocalFunction start(Class<?> handler, Path task, Map<String, String> environment)
      throws IOException {
    return LocalFunction.start(
        FunctionLaunch.of(handler.getName(), task, environment), TIMEOUT, Clock.systemUTC());
  }

  private void assertCompleted(Moment answer) throws IOException {
    assertThat(answer.kind()).as(answer.text()).isEqualTo(Moment.Kind.ANSWERED);
    assertThat(completed(answer)).as(answer.text()).isTrue();
  }

  private boolean completed(Moment answer) throws IOException {
    JsonNode report = json.readTree(answer.body());
    return report.path("status").asText().equals("completed");
  }

  private static void assertLanded(ServedOrg served, Path lake, Instant begin) {
    LakeFiles files = new LakeFiles(lake);
    assertThat(files.values("conversations", "conversation_id"))
        .containsAll(served.org().ledger().endedIds(begin.minus(SETTLED)))
        .hasSizeGreaterThan(50);
    assertThat(files.values("dim_queue", "queue_id"))
        .containsExactlyInAnyOrderElementsOf(
            served.org().directory().queues().stream()
                .map(DirectoryEntry::id)
                .collect(Collectors.toSet()));
    assertThat(files.values("partition_proofs", "table_name")).contains("conversations");
  }

  private Path download(S3Client buckets, String bucket) throws IOException {
    Path lake = work.resolve("downloaded");
    for (S3Object object :
        buckets.listObjectsV2Paginator(request -> request.bucket(bucket)).contents()) {
      Path file = lake.resolve(object.key());
      Files.createDirectories(file.getParent());
      buckets.getObject(request -> request.bucket(bucket).key(object.key()), file);
    }
    return lake;
  }
}
