package com.spokefleet.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** One archive of events; EventBridge replays it to the bus it was taken from, and no other. */
public final class EventArchive {
  private final EventBridgeClient client;
  private final String name;

  public EventArchive(EventBridgeClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * What EventBridge knows of a replay.
   *
   * @param state such as STARTING, RUNNING, COMPLETED, CANCELLED, FAILED
   * @param lastEvent time of the newest event sent so far, if any
   */
  public record State(String state, String reason, Optional<Instant> lastEvent) {}

  /** The replay of this name; empty if there never was one, or it is forgotten. */
  public Optional<State> describe(String replay) {
    try {
      DescribeReplayResponse response =
          client.describeReplay(request -> request.replayName(replay));
      return Optional.of(
          new State(
              response.stateAsString(),
              Optional.ofNullable(response.stateReason()).orElse(""),
              Optional.ofNullable(response.eventLastReplayedTime())));
    } catch (ResourceNotFoundException unknown) {
      return Optional.empty();
    } catch (SdkException failed) {
      throw AwsCallException.of(failed, Access.READ, "read the state of replay " + replay);
    }
  }

  /**
   * Starts a replay of what the archive holds of the window, to these rules of the bus or, if none
   * are given, to all. Does nothing if there is a replay of this name already.
   */
  public void start(String replay, Instant from, Instant to, List<String> ruleArns) {
    try {
      DescribeArchiveResponse archive =
          client.describeArchive(request -> request.archiveName(name));
      client.startReplay(
          request ->
              request
                  .replayName(replay)
                  .eventSourceArn(archive.archiveArn())
                  .eventStartTime(from)
                  .eventEndTime(to)
                  .destination(
                      bus -> {
                        bus.arn(archive.eventSourceArn());
                        if (!ruleArns.isEmpty()) {
                          bus.filterArns(ruleArns);
                        }
                      }));
    } catch (ResourceAlreadyExistsException startedBefore) {
      // The answer to an earlier attempt was lost; its replay is this one.
      return;
    } catch (SdkException failed) {
      throw AwsCallException.of(failed, Access.WRITE, "start a replay of archive " + name);
    }
  }
}
