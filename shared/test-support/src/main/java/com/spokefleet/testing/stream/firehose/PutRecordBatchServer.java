package com.spokefleet.testing.stream.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.stream.intake.AwsRequest;
import com.spokefleet.testing.stream.intake.FaultScript;
import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;
import com.spokefleet.testing.stream.intake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Firehose's PutRecordBatch over HTTP, with its limits: at most 500 records and 4 MiB a call, each
 * record answered for itself. Keeps what it took.
 */
public final class PutRecordBatchServer implements AutoCloseable {
  private static final int MOST_RECORDS = 500;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final LoopbackServer server = LoopbackServer.start("Firehose", this::answer);
  private final FaultScript<Fault> faults = new FaultScript<>(Fault.NONE);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  /** What befalls a call. */
  public enum Fault {
    NONE,
    /** Takes all records but the first. */
    FIRST_RECORD_FAILS,
    /** Takes nothing, for now. */
    UNAVAILABLE,
    /** Takes nothing, ever. */
    DENIED,
    /** Takes all and closes the connection. */
    ANSWER_LOST
  }

  /**
   * A record that is in a stream.
   *
   * @param region the call was signed for
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Taken(String region, String stream, byte[] data) {}

  public URI address() {
    return server.address();
  }

  public FaultScript<Fault> faults() {
    return faults;
  }

  /** All records taken so far by the stream, in order. */
  public List<Taken> taken(String stream) {
    return taken.stream().filter(record -> record.stream().equals(stream)).toList();
  }

  private Reply answer(Request request) {
    AwsRequest call = AwsRequest.of(request);
    Fault fault = faults.take();
    if (!call.target().equals("Firehose_20150804.PutRecordBatch")) {
      return AwsRequest.failure(400, "UnknownOperationException");
    }
    if (fault == Fault.UNAVAILABLE || fault == Fault.DENIED) {
      return fault == Fault.DENIED
          ? AwsRequest.failure(400, "AccessDeniedException")
          : AwsRequest.failure(503, "ServiceUnavailableException");
    }
    return put(call, fault);
  }

  private Reply put(AwsRequest call, Fault fault) {
    List<byte[]> records = records(call.body().path("Records"));
    if (records.isEmpty()
        || records.size() > MOST_RECORDS
        || records.stream().mapToInt(data -> data.length).sum() > MOST_BYTES) {
      return AwsRequest.failure(400, "ValidationException");
    }
    List<String> answers = new ArrayList<>();
    int failed = 0;
    for (byte[] data : records) {
      if (answers.isEmpty() && fault == Fault.FIRST_RECORD_FAILS) {
        failed++;
        answers.add(
            "{\"ErrorCode\":\"ServiceUnavailableException\",\"ErrorMessage\":\"Slow down.\"}");
      } else {
        taken.add(new Taken(call.region(), call.body().path("DeliveryStreamName").asText(), data));
        answers.add("{\"RecordId\":\"%d\"}".formatted(taken.size()));
      }
    }
    return fault == Fault.ANSWER_LOST
        ? Reply.NONE
        : Reply.json(
            200,
            "{\"FailedPutCount\":%d,\"RequestResponses\":[%s]}"
                .formatted(failed, String.join(",", answers)));
  }

  private static List<byte[]> records(JsonNode records) {
    List<byte[]> data = new ArrayList<>();
    try {
      for (JsonNode record : records) {
        data.add(record.path("Data").binaryValue());
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot take a record that is not Base64", malformed);
    }
    return data;
  }

  @Override
  public void close() {
    server.close();
  }
}
