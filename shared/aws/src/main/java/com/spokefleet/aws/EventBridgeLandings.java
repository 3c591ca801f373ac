package com.spokefleet.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.lake.landed.LandedChannel;
import com.spokefleet.lake.landed.LandedPartition;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Puts an event on a bus for every partition that landed: source {@value #SOURCE}, detail type
 * {@value #DETAIL_TYPE}, and in the detail org, org_id, table, key, sha256 and run_id, day and
 * status where there are any. An event has some 500 bytes, so a full call is far below its limit of
 * 256 KB.
 */
public final class EventBridgeLandings implements LandedChannel {
  public static final String SOURCE = "spokefleet";
  public static final String DETAIL_TYPE = "Partition Landed";

  /** As many as one call takes. */
  private static final int MOST_ENTRIES = 10;

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final EventBridgeClient client;
  private final EventBusArn bus;
  private final String org;
  private final Sleeper sleeper;
  private final JsonFactory json = new JsonFactory();

  /**
   * @param client of the bus's region
   * @param org the name of the spoke
   */
  public EventBridgeLandings(
      EventBridgeClient client, EventBusArn bus, String org, Sleeper sleeper) {
    this.client = client;
    this.bus = bus;
    this.org = org;
    this.sleeper = sleeper;
  }

  @Override
  public Map<LandedPartition, String> tell(List<LandedPartition> landed, Duration within) {
    Map<LandedPartition, String> refused = new LinkedHashMap<>();
    for (int from = 0; from < landed.size(); from += MOST_ENTRIES) {
      List<LandedPartition> some =
          landed.subList(from, Math.min(landed.size(), from + MOST_ENTRIES));
      try {
        refused.putAll(put(some, within));
      } catch (SdkException failed) {
        // A bus that cannot be reached is not asked again for each of what is left.
        String reason = "Cannot put events on " + bus.arn() + ": " + AwsFailure.reason(failed);
        landed.subList(from, landed.size()).forEach(each -> refused.put(each, reason));
        return refused;
      }
    }
    return refused;
  }

  /** Puts them until all are taken or have been refused too often. */
  private Map<LandedPartition, String> put(List<LandedPartition> some, Duration within) {
    Map<LandedPartition, String> refused = putOnce(some, within);
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; attempt < ATTEMPTS && !refused.isEmpty(); attempt++) {
      try {
        sleeper.sleep(pause);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return refused;
      }
      pause = pause.multipliedBy(2);
      refused = putOnce(List.copyOf(refused.keySet()), within);
    }
    return refused;
  }

  private Map<LandedPartition, String> putOnce(List<LandedPartition> some, Duration within) {
    List<PutEventsRequestEntry> entries = some.stream().map(this::entry).toList();
    List<PutEventsResultEntry> results =
        client
            .putEvents(
                request ->
                    request
                        .entries(entries)
                        .overrideConfiguration(call -> call.apiCallTimeout(within)))
            .entries();
    Map<LandedPartition, String> refused = new LinkedHashMap<>();
    for (int index = 0; index < some.size(); index++) {
      // One that is not answered may not be there.
      String error =
          index < results.size() ? results.get(index).errorCode() : "its answer is missing";
      if (error != null) {
        refused.put(some.get(index), "Cannot put an event on " + bus.arn() + ": " + error);
      }
    }
    return refused;
  }

  private PutEventsRequestEntry entry(LandedPartition landed) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus.arn())
        .source(SOURCE)
        .detailType(DETAIL_TYPE)
        .detail(detail(landed))
        .build();
  }

  private String detail(LandedPartition landed) {
    StringWriter text = new StringWriter();
    try (JsonGenerator detail = json.createGenerator(text)) {
      detail.writeStartObject();
      detail.writeStringField("org", org);
      detail.writeStringField("org_id", landed.partition().orgId());
      detail.writeStringField("table", landed.partition().table());
      if (landed.partition().day().isPresent()) {
        detail.writeStringField("day", landed.partition().day().get().toString());
      }
      detail.writeStringField("key", landed.partition().key());
      detail.writeStringField("sha256", landed.sha256());
      if (landed.status().isPresent()) {
        detail.writeStringField("status", landed.status().get().label());
      }
      detail.writeStringField("run_id", landed.runId());
      detail.writeEndObject();
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot write JSON to memory", failure);
    }
    return text.toString();
  }
}
