package com.spokefleet.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import com.spokefleet.testing.stream.bus.BusTarget;
import com.spokefleet.testing.stream.bus.DeadLetterQueue;
import com.spokefleet.testing.stream.bus.EventBus;
import com.spokefleet.testing.stream.bus.EventSink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The event path as deployed: the template's patterns by EventBridge's own matcher, the functions
 * that its streams and queues call, with their packages, environment and rights.
 */
@ExtendWith(Deployment.class)
final class DeployedEventsTest {
  private static final int BATCH = 300;

  private final DeployedFleet fleet;
  private final DeployedStack stack;
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  DeployedEventsTest(DeployedFleet fleet) {
    this.fleet = fleet;
    this.stack = fleet.stack(DeployedFleet.FULL);
  }

  @Test
  void whatTheRulesPassOnReachesSplunkInItsEnvelope() throws Exception {
    Resource stream = stream();
    List<EmittedEvent> events =
        fleet.org(DeployedFleet.FULL).events(Instant.now().minus(Duration.ofHours(3)));
    EventBus bus = bus();
    events.forEach(event -> bus.put(event.json()));
    Set<String> matched = bus.matched(stack.arn(stream));
    assertThat(matched).hasSizeBetween(50, events.size() - 1);
    assertThat(bus.unmatched()).as("topics for no SIEM").isNotEmpty();

    List<EmittedEvent> batch =
        events.stream().filter(event -> matched.contains(event.id())).limit(BATCH).toList();
    Resource transform = transform(stream);
    DeployedFunction function = fleet.function(DeployedFleet.FULL, lastWords(transform));
    try (AwsGate gate = function.gate(function.role());
        LocalFunction running = function.start(gate, folder)) {
      Moment answer = running.invoke(firehoseBatch(batch));

      assertThat(answer.kind()).as(answer.text() + running.log()).isEqualTo(Moment.Kind.ANSWERED);
      Set<String> delivered = new TreeSet<>();
      for (JsonNode record : json.readTree(answer.body()).path("records")) {
        assertThat(record.path("result").asText()).isEqualTo("Ok");
        for (String line :
            new String(record.path("data").binaryValue(), StandardCharsets.UTF_8).split("\n")) {
          JsonNode envelope = json.readTree(line);
          assertThat(envelope.path("index").asText()).isEqualTo("genesys");
          assertThat(envelope.path("event").path("org_id").asText())
              .isEqualTo(fleet.org(DeployedFleet.FULL).orgId());
          delivered.add(envelope.path("event").path("event_id").asText());
        }
      }
      assertThat(delivered)
          .isEqualTo(batch.stream().map(EmittedEvent::id).collect(Collectors.toSet()));
      assertThat(gate.denied()).isEmpty();
    }
  }

  @Test
  void deadLettersOfTheRulesGoOnTheStreamTheyWereFor() throws Exception {
    DeployedFunction replay = fleet.function(DeployedFleet.FULL, "replay");
    Resource source =
        stack.template().resources("AWS::Lambda::EventSourceMapping").stream()
            .filter(mapping -> references(mapping.property("FunctionName"), replay.resource()))
            .findFirst()
            .orElseThrow();
    Resource rule =
        stack.template().resources("AWS::Events::Rule").stream()
            .filter(found -> targets(found).contains(stack.arn(stream())))
            .findFirst()
            .orElseThrow();
    assertThat(stack.text(source.property("EventSourceArn")))
        .as("the queue of what the rule could not deliver")
        .isEqualTo(
            stack.text(rule.property("Targets").path(0).path("DeadLetterConfig").path("Arn")));

    String event =
        fleet
            .org(DeployedFleet.FULL)
            .events(Instant.now().minus(Duration.ofHours(1)))
            .getFirst()
            .json();
    ObjectNode batch = json.createObjectNode();
    ArrayNode letters = batch.putArray("Records");
    letter(letters, "good", stack.arn(stream()), event);
    letter(letters, "foreign", stack.arn(stream()).replace("-soc", "-other"), event);
    try (AwsGate gate = replay.gate(replay.role());
        LocalFunction running = replay.start(gate, folder)) {
      Moment answer = running.invoke(batch.toString());

      assertThat(answer.kind()).as(answer.text() + running.log()).isEqualTo(Moment.Kind.ANSWERED);
      assertThat(json.readTree(answer.body()).path("batchItemFailures"))
          .as("a stream that is not of this org stays: " + gate.denied())
          .extracting(failure -> failure.path("itemIdentifier").asText())
          .containsExactly("foreign");
      assertThat(gate.streamed()).hasSize(1);
      assertThat(json.readTree(gate.streamed().getFirst())).isEqualTo(json.readTree(event));
    }
  }

  private EventBus bus() {
    Resource deployed = stack.template().resources("AWS::Events::EventBus").getFirst();
    assertThat(stack.name(deployed)).isEqualTo(fleet.org(DeployedFleet.FULL).eventSource());
    EventBus bus = new EventBus(stack.name(deployed), new VirtualClock(Instant.now()));
    DeadLetterQueue deadLetters = new DeadLetterQueue();
    for (Resource rule : stack.template().resources("AWS::Events::Rule")) {
      bus.rule(
          stack.name(rule),
          stack.resolve(rule.property("EventPattern")).toString(),
          targets(rule).stream()
              .map(arn -> BusTarget.of(arn, _ -> EventSink.Offer.ACCEPTED, deadLetters))
              .toArray(BusTarget[]::new));
    }
    return bus;
  }

  private List<String> targets(Resource rule) {
    return rule.property("Targets")
        .valueStream()
        .map(target -> stack.text(target.path("Arn")))
        .toList();
  }

  private Resource stream() {
    return stack.one(
        "AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName", stack.name() + "-soc");
  }

  /** The function behind the alias that Firehose calls. */
  private Resource transform(Resource stream) {
    JsonNode processor =
        stream.node().findPath("ProcessingConfiguration").path("Processors").path(0);
    Resource alias =
        stack.template().target(processor.path("Parameters").path(0).path("ParameterValue"));
    return stack.template().target(alias.property("FunctionName"));
  }

  private String lastWords(Resource function) {
    return stack.name(function).substring(stack.name().length() + 1);
  }

  private boolean references(JsonNode reference, Resource resource) {
    return stack.template().target(reference).id().equals(resource.id());
  }

  private String firehoseBatch(List<EmittedEvent> events) {
    ObjectNode batch = json.createObjectNode();
    ArrayNode records = batch.putArray("records");
    for (EmittedEvent event : events) {
      records
          .addObject()
          .put("recordId", event.id())
          .put("approximateArrivalTimestamp", event.at().toEpochMilli())
          .put(
              "data",
              Base64.getEncoder().encodeToString(event.json().getBytes(StandardCharsets.UTF_8)));
    }
    return batch.toString();
  }

  private static void letter(ArrayNode letters, String id, String target, String event) {
    ObjectNode letter = letters.addObject();
    letter.put("messageId", id).put("receiptHandle", id).put("eventSource", "aws:sqs");
    letter.putObject("attributes").put("ApproximateReceiveCount", "1");
    letter
        .putObject("messageAttributes")
        .putObject("TARGET_ARN")
        .put("stringValue", target)
        .put("dataType", "String");
    letter.put("body", event);
  }
}
