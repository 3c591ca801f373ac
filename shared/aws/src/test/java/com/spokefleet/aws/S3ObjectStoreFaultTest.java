package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ExtendWith(EmbeddedAws.class)
final class S3ObjectStoreFaultTest {
  private static final String KEY = "conversations/day=2026-11-20/part.parquet";

  private final Path folder;
  private final FaultProxy network;
  private final S3Client client;
  private final String bucket;
  private final S3ObjectStore store;

  S3ObjectStoreFaultTest(AwsEndpoints aws, @TempDir Path folder) throws IOException {
    this.folder = folder;
    network = new FaultProxy(aws.s3());
    client = TestClients.s3(network.address());
    bucket = TestClients.newBucket(client);
    store = new S3ObjectStore(client, bucket, "lake/", TestClients.retry());
  }

  @AfterEach
  void close() {
    client.close();
    network.close();
  }

  @Test
  void shouldReportUnknownOutcome_whenAnswerToUploadIsLost_andReadBackShowsTheNewBytes()
      throws IOException {
    ObjectVersion before = store.upload(KEY, file("old"), Precondition.absent());
    network.next(new Fault.LoseAnswer());

    StoreException failure =
        failureOf(() -> store.upload(KEY, file("new"), Precondition.unchanged(before)));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure).hasMessageContaining("s3://" + bucket + "/lake/" + KEY);
    Path stored = folder.resolve("stored");
    assertThat(store.download(KEY, stored)).isNotEmpty();
    assertThat(stored).hasContent("new");
    assertThat(puts()).as("uploads sent for one bucket, one old and one new object").isEqualTo(3);
  }

  @Test
  void shouldReportUnknownOutcome_whenUploadIsLost_andReadBackShowsTheOldBytes()
      throws IOException {
    ObjectVersion before = store.upload(KEY, file("old"), Precondition.absent());
    network.next(new Fault.LoseRequest());

    StoreException failure =
        failureOf(() -> store.upload(KEY, file("new"), Precondition.unchanged(before)));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(store.version(KEY)).contains(before);
  }

  /** The negative control of switching the SDK's retries off. */
  @Test
  void anSdkThatRetriesByItself_takesItsOwnUploadForSomebodyElses() {
    try (S3Client retrying =
        TestClients.s3Builder(network.address())
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
            .build()) {
      network.next(new Fault.LoseAnswer());

      S3Exception failure =
          catchThrowableOfType(
              S3Exception.class,
              () ->
                  retrying.putObject(
                      request -> request.bucket(bucket).key(KEY).ifNoneMatch("*"),
                      RequestBody.fromString("mine")));

      assertThat(failure.statusCode()).isEqualTo(412);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, UNKNOWN_OUTCOME",
    "503, ServiceUnavailable, UNKNOWN_OUTCOME",
    "503, SlowDown, THROTTLED",
    "429, TooManyRequests, THROTTLED",
    "403, AccessDenied, PERMANENT",
    "404, NoSuchBucket, PERMANENT",
    "404, NoSuchKey, CONFLICT",
    "409, ConditionalRequestConflict, CONFLICT",
    "412, PreconditionFailed, CONFLICT",
    "400, BadDigest, RETRYABLE",
    "400, RequestTimeout, RETRYABLE",
    "400, InvalidArgument, PERMANENT"
  })
  void shouldTellTheKindOfFailure_whenUploadIsRefused(int status, String code, FailureKind kind) {
    Fault refusal = Fault.s3(status, code);
    network.next(refusal, refusal, refusal);

    StoreException failure = failureOf(() -> store.upload(KEY, file("new"), Precondition.absent()));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageStartingWith("Cannot write s3://" + bucket + "/lake/" + KEY);
    assertThat(failure).hasMessageContaining(status + " " + code);
  }

  @Test
  void shouldUploadAgain_whenTheServiceCertainlyDidNothing() throws IOException {
    network.next(Fault.s3(503, "SlowDown"), Fault.s3(400, "BadDigest"));

    ObjectVersion version = store.upload(KEY, file("new"), Precondition.absent());

    assertThat(store.version(KEY)).contains(version);
  }

  @Test
  void shouldReadAgain_whenAnswersBreakOff() throws IOException {
    ObjectVersion version = store.upload(KEY, file("content"), Precondition.absent());
    network.next(new Fault.LoseAnswer(), new Fault.CutAnswer());
    Path target = folder.resolve("target");

    assertThat(store.download(KEY, target)).contains(version);
    assertThat(target).hasContent("content");
  }

  @Test
  void shouldReadAgain_whenBytesWereDamagedOnTheWay() throws IOException {
    store.upload(KEY, file("content"), Precondition.absent());
    network.next(new Fault.DamageAnswer());
    Path target = folder.resolve("target");

    store.download(KEY, target);

    assertThat(target).hasContent("content");
  }

  @Test
  void shouldFailAsPermanent_whenTheTargetCannotBeWritten() throws IOException {
    store.upload(KEY, file("content"), Precondition.absent());

    StoreException failure =
        failureOf(() -> store.download(KEY, folder.resolve("no-such-folder").resolve("target")));

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure).hasMessageContaining("no-such-folder");
  }

  @Test
  void shouldFailAsPermanent_whenTheFileToUploadIsMissing() {
    Path missing = folder.resolve("missing");

    StoreException failure = failureOf(() -> store.upload(KEY, missing, Precondition.absent()));

    assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failure).hasMessageContaining("the file missing cannot be read");
  }

  @Test
  void shouldRefuseAPrefixThatWouldRunIntoTheKey() {
    assertThatThrownBy(() -> new S3ObjectStore(client, bucket, "lake", TestClients.retry()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"lake\"");
  }

  @Test
  void shouldFail_whenDownloadStaysIncomplete() throws IOException {
    store.upload(KEY, file("content"), Precondition.absent());
    network.next(new Fault.CutAnswer(), new Fault.CutAnswer(), new Fault.CutAnswer());

    StoreException failure = failureOf(() -> store.download(KEY, folder.resolve("target")));

    assertThat(failure.kind()).isEqualTo(FailureKind.RETRYABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, RETRYABLE",
    "503, SlowDown, THROTTLED",
    "403, AccessDenied, PERMANENT",
    "404, NoSuchBucket, PERMANENT"
  })
  void shouldNeverCallAFailureAbsent_whenReading(int status, String code, FailureKind kind) {
    Fault refusal = Fault.s3(status, code);
    network.next(refusal, refusal, refusal);
    assertThat(failureOf(() -> store.download(KEY, folder.resolve("target"))).kind())
        .isEqualTo(kind);

    network.next(refusal, refusal, refusal);
    assertThat(failureOf(() -> store.list("conversations/")).kind()).isEqualTo(kind);
  }

  @Test
  void shouldFailAsPermanent_whenBucketIsMissing() {
    S3ObjectStore elsewhere = new S3ObjectStore(client, "no-such-bucket", "", TestClients.retry());

    assertThat(failureOf(() -> elsewhere.version(KEY)).kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(failureOf(() -> elsewhere.upload(KEY, file("x"), Precondition.absent())).kind())
        .isEqualTo(FailureKind.PERMANENT);
  }

  @Test
  void shouldNotSpeakOfAnUnknownOutcome_whenNobodyListens() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (S3Client unconnected = TestClients.s3(nobody)) {
      S3ObjectStore unreachable =
          new S3ObjectStore(unconnected, bucket, "lake/", TestClients.retry());

      StoreException failure =
          failureOf(() -> unreachable.upload(KEY, file("new"), Precondition.absent()));

      assertThat(failure.kind()).isEqualTo(FailureKind.RETRYABLE);
    }
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("upload"), content);
  }

  private long puts() {
    return network.methods().stream().filter("PUT"::equals).count();
  }

  private static StoreException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(StoreException.class, call);
  }
}
