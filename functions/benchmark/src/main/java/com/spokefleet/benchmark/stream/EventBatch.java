package com.spokefleet.benchmark.stream;

import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * A batch as Firehose hands it over: 1 MiB of events of a fake org, in Base64.
 *
 * @param bytes of the events themselves
 */
record EventBatch(Path request, String orgId, int records, long bytes) {
  private static final int BYTES = 1 << 20;
  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-04T20:00:00Z");
  private static final List<String> KINDS =
      List.of("customer.end", "user.end", "acd.end", "flow.end", "acw", "audit");

  /** Ends of legs and audits as often as they come, one event in twenty of an Edge. */
  static EventBatch write(Path file) throws IOException {
    FakeOrgSettings settings =
        FakeOrgSettings.named("measured", 4711, START).conversationsPerDay(2_000).build();
    try (FakeGenesysCloud cloud =
        FakeGenesysCloud.start(List.of(settings), new VirtualClock(NOW))) {
      return write(file, cloud.org("measured"));
    }
  }

  private static EventBatch write(Path file, FakeOrg org) throws IOException {
    List<EmittedEvent> events = org.events(START);
    List<EmittedEvent> ends =
        events.stream().filter(event -> KINDS.contains(event.topic())).toList();
    List<EmittedEvent> edges =
        events.stream().filter(event -> event.detailType().endsWith("edges.{id}.metrics")).toList();
    Random random = new Random(1);
    StringBuilder request =
        new StringBuilder(
            "{\"invocationId\":\"6e1b\",\"deliveryStreamArn\":\"arn\",\"region\":\"eu-central-1\","
                + "\"records\":[");
    long bytes = 0;
    int records = 0;
    while (bytes < BYTES) {
      List<EmittedEvent> kind = random.nextInt(20) == 0 ? edges : ends;
      byte[] event = kind.get(random.nextInt(kind.size())).json().getBytes(StandardCharsets.UTF_8);
      request
          .append(records == 0 ? "" : ",")
          .append("{\"recordId\":\"4966420811254%040d\",".formatted(records))
          .append("\"approximateArrivalTimestamp\":1793822400000,\"data\":\"")
          .append(Base64.getEncoder().encodeToString(event))
          .append("\"}");
      bytes += event.length;
      records++;
    }
    Files.writeString(file, request.append("]}"));
    return new EventBatch(file, org.orgId(), records, bytes);
  }
}
