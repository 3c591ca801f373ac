package com.spokefleet.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/** Puts records on one delivery stream; never twice by itself. */
public final class FirehoseStream {
  private final FirehoseClient client;
  private final String name;

  public FirehoseStream(FirehoseClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * Puts at most 500 records of at most 4 MiB together, and tells for each, in order, the error by
   * which Firehose refused it; empty means it is in the stream.
   *
   * @throws AwsCallException if the whole call failed
   */
  public List<Optional<String>> put(List<byte[]> records) {
    List<Record> batch =
        records.stream()
            .map(data -> Record.builder().data(SdkBytes.fromByteArray(data)).build())
            .toList();
    try {
      PutRecordBatchResponse response =
          client.putRecordBatch(request -> request.deliveryStreamName(name).records(batch));
      return response.requestResponses().stream().map(FirehoseStream::error).toList();
    } catch (SdkException failed) {
      throw AwsCallException.of(
          failed, Access.WRITE, "put %d records on stream %s".formatted(records.size(), name));
    }
  }

  private static Optional<String> error(PutRecordBatchResponseEntry entry) {
    return Optional.ofNullable(entry.errorCode())
        .map(code -> code + Optional.ofNullable(entry.errorMessage()).map(": "::concat).orElse(""));
  }
}
