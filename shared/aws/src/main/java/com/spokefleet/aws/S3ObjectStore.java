package com.spokefleet.aws;

import com.spokefleet.lake.store.ObjectRemoval;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.Precondition;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of one bucket under a prefix ({@code ""} or ending with a slash). The version is the
 * ETag; a precondition is S3's own conditional write, decided by S3 at the moment of the write. An
 * upload carries its SHA-256, so a damaged one is refused; it is one request, for objects up to 5
 * GB. Give it a client that does not retry by itself ({@link AwsClients#s3()}).
 */
public final class S3ObjectStore implements ObjectStore, ObjectRemoval {
  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final StoreRetry retry;

  public S3ObjectStore(S3Client client, String bucket, String prefix, StoreRetry retry) {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "Cannot use the prefix \"" + prefix + "\": it must be empty or end with a slash");
    }
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.retry = retry;
  }

  @Override
  public Optional<ObjectVersion> download(String key, Path target) {
    return retry.call(() -> downloadOnce(key, target));
  }

  @Override
  public Optional<ObjectVersion> version(String key) {
    return retry.call(() -> versionOnce(key));
  }

  @Override
  public ObjectVersion upload(String key, Path content, Precondition precondition) {
    PutObjectRequest request = request(key, content, precondition);
    return retry.call(() -> uploadOnce(key, content, request));
  }

  @Override
  public List<String> list(String keyPrefix) {
    return retry.call(() -> listOnce(keyPrefix));
  }

  @Override
  public void remove(String key) {
    retry.call(() -> removeOnce(key));
  }

  private Optional<ObjectVersion> downloadOnce(String key, Path target) {
    // Only when asked to does the SDK compare the bytes with the checksum they were uploaded with.
    try (ResponseInputStream<GetObjectResponse> content =
        client.getObject(
            request ->
                request.bucket(bucket).key(prefix + key).checksumMode(ChecksumMode.ENABLED))) {
      copy(content, target, key);
      return Optional.of(new ObjectVersion(content.response().eTag()));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.READ, "read " + name(key));
    } catch (IOException broken) {
      throw unreadable(key, target, broken);
    }
  }

  private void copy(ResponseInputStream<GetObjectResponse> content, Path target, String key)
      throws IOException {
    long copied;
    try {
      copied = Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (SdkClientException damaged) {
      throw unreadable(key, target, damaged);
    }
    Long announced = content.response().contentLength();
    if (announced != null && copied != announced) {
      // A connection that closes early ends the stream as if it were complete.
      throw new IOException("%d of %d bytes arrived".formatted(copied, announced));
    }
  }

  private StoreException unreadable(String key, Path target, Exception failure) {
    // What the file system refuses it will refuse again; anything else broke on the way.
    return new StoreException(
        failure instanceof FileSystemException ? FailureKind.PERMANENT : FailureKind.RETRYABLE,
        "Cannot read %s into %s: %s".formatted(name(key), target.getFileName(), failure),
        failure);
  }

  private Optional<ObjectVersion> versionOnce(String key) {
    try {
      String tag = client.headObject(request -> request.bucket(bucket).key(prefix + key)).eTag();
      return Optional.of(new ObjectVersion(tag));
    } catch (NoSuchKeyException absentObjectOrBucket) {
      return versionByRead(key);
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.READ, "read the version of " + name(key));
    }
  }

  /** The answer to HEAD has no body and so cannot tell a missing object from a missing bucket. */
  private Optional<ObjectVersion> versionByRead(String key) {
    try {
      ResponseInputStream<GetObjectResponse> content =
          client.getObject(request -> request.bucket(bucket).key(prefix + key));
      content.abort();
      return Optional.of(new ObjectVersion(content.response().eTag()));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.READ, "read the version of " + name(key));
    }
  }

  private PutObjectRequest request(String key, Path content, Precondition precondition) {
    try {
      PutObjectRequest.Builder request =
          PutObjectRequest.builder()
              .bucket(bucket)
              .key(prefix + key)
              .checksumSHA256(ContentDigest.sha256Base64(content));
      switch (precondition) {
        case Precondition.Absent() -> request.ifNoneMatch("*");
        case Precondition.Unchanged(ObjectVersion version) -> request.ifMatch(version.tag());
      }
      return request.build();
    } catch (IOException unreadable) {
      throw new StoreException(
          FailureKind.PERMANENT,
          "Cannot write " + name(key) + ": the file " + content.getFileName() + " cannot be read",
          unreadable);
    }
  }

  private ObjectVersion uploadOnce(String key, Path content, PutObjectRequest request) {
    try {
      return new ObjectVersion(client.putObject(request, RequestBody.fromFile(content)).eTag());
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.WRITE, "write " + name(key));
    }
  }

  /** To remove once more does no harm, so a lost answer is a passing fault like that of a read. */
  private String removeOnce(String key) {
    try {
      client.deleteObject(request -> request.bucket(bucket).key(prefix + key));
      return key;
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.READ, "remove " + name(key));
    }
  }

  private List<String> listOnce(String keyPrefix) {
    try {
      return client
          .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix + keyPrefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .map(key -> key.substring(prefix.length()))
          .sorted()
          .toList();
    } catch (SdkException failed) {
      throw S3Failure.of(failed, Access.READ, "list " + name(keyPrefix));
    }
  }

  private String name(String key) {
    return "s3://" + bucket + "/" + prefix + key;
  }
}
