package com.spokefleet.infra.event;

import com.spokefleet.config.Destination;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.infra.function.DeadLetterQueue;
import com.spokefleet.infra.function.JavaFunction;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.OrgSecrets;
import com.spokefleet.infra.spoke.OrgStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.CfnArchive;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The event path of one org: the partner's bus, its rules by the catalogue of topics, a stream for
 * each SIEM, one for transcripts, the archive, and the queue of what no target took.
 */
public final class EventPath extends Construct {
  private final OrgScope org;
  private final OrgStorage storage;
  private final CfnEventBus bus;
  private final List<RoutingRule> rules;
  private final Queue deadLetters;
  private final List<DeliveryStream> streams = new ArrayList<>();
  private final Optional<TranscriptStream> transcripts;
  private final Optional<ReplayFunction> replay;

  public EventPath(
      Construct scope,
      String id,
      OrgScope org,
      OrgBus source,
      OrgStorage storage,
      OrgSecrets secrets) {
    super(scope, id);
    this.org = org;
    this.storage = storage;
    this.rules = OrgRules.of(source);
    bus =
        CfnEventBus.Builder.create(this, "Bus")
            .name(source.eventSource())
            .eventSourceName(source.eventSource())
            .description("Events of " + org.spoke().name())
            .build();
    deadLetters = DeadLetterQueue.of(this, org.names(), "events", storage.key(), org.rawDays());
    for (Destination destination : org.fleet().destinationsOf(org.spoke())) {
      streams.add(
          new DeliveryStream(this, "To-" + destination.name(), org, storage, secrets, destination));
    }
    transcripts =
        rules.stream().anyMatch(rule -> rule.target() == RoutingRule.Target.TRANSCRIPTS)
            ? Optional.of(new TranscriptStream(this, "Transcripts", org, storage))
            : Optional.empty();
    replay =
        streamArns().isEmpty()
            ? Optional.empty()
            : Optional.of(new ReplayFunction(this, "Replay", org, deadLetters, streamArns()));
  }

  /**
   * Opens the bus: from here on its rules send events.
   *
   * @param ends the queue of the closure trigger, if the org has one
   */
  public void connect(Optional<Queue> ends) {
    EventRules deployed = new EventRules(this, org, bus, deadLetters, streamArns());
    for (RoutingRule rule : rules) {
      switch (rule.target()) {
        case SIEM -> {
          if (!streams.isEmpty()) {
            deployed.toStreams(rule, streams.stream().map(DeliveryStream::arn).toList());
            archive(rule);
          }
        }
        case TRANSCRIPTS -> deployed.toStreams(rule, List.of(transcripts.orElseThrow().arn()));
        case CLOSURE -> deployed.toQueue(rule, ends.orElseThrow());
      }
    }
    deployed.admit();
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  /** Its functions by what their names end in. */
  public Map<String, JavaFunction> functions() {
    Map<String, JavaFunction> functions = new TreeMap<>();
    streams.forEach(
        stream ->
            functions.put(
                "transform-" + stream.destination().name(), stream.transform().function()));
    replay.ifPresent(function -> functions.put("replay", function.function()));
    return functions;
  }

  public List<StreamFigures> figures() {
    return streams.stream().map(StreamFigures::of).toList();
  }

  /** Names and ARNs of the SIEMs' streams. */
  public Map<String, String> streams() {
    Map<String, String> arns = new TreeMap<>();
    streams.forEach(stream -> arns.put(stream.name(), stream.arn()));
    return arns;
  }

  private List<String> streamArns() {
    List<String> arns = new ArrayList<>(streams.stream().map(DeliveryStream::arn).toList());
    transcripts.map(TranscriptStream::arn).ifPresent(arns::add);
    return arns;
  }

  /** Keeps what the SIEMs were sent, so that it can be sent once more. */
  private void archive(RoutingRule rule) {
    CfnArchive.Builder.create(this, "Archive")
        .archiveName(org.names().archive())
        .description("What SIEMs were sent of " + org.spoke().name())
        .sourceArn(bus.getAttrArn())
        .eventPattern(rule.pattern().asMap())
        .retentionDays(org.rawDays())
        .kmsKeyIdentifier(storage.key().getKeyArn())
        .build();
  }
}
