package com.spokefleet.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.infra.backfill.MachineOutcome;
import com.spokefleet.infra.backfill.StateMachine;
import com.spokefleet.infra.backfill.StatesException;
import com.spokefleet.testing.lambda.LocalFunction;
import com.spokefleet.testing.lambda.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The template's state machine with the very function it invokes: they understand each other. */
@ExtendWith(Deployment.class)
final class DeployedBackfillTest {
  private final DeployedFleet fleet;
  private final DeployedStack stack;
  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  DeployedBackfillTest(DeployedFleet fleet) {
    this.fleet = fleet;
    this.stack = fleet.stack(DeployedFleet.FULL);
  }

  @Test
  void theMachineRepeatsUnitsUntilTheFunctionSaysDone() throws Exception {
    fleet.org(DeployedFleet.FULL).jobs().jobsTake(Duration.ZERO, Duration.ZERO);
    DeployedFunction ingest = fleet.function(DeployedFleet.FULL, "ingest");
    Resource deployed = stack.template().resources("AWS::StepFunctions::StateMachine").getFirst();
    String arn = stack.arn(ingest.resource());
    JsonNode definition = definition(deployed);
    assertThat(definition.findPath("FunctionName").asText()).isEqualTo(arn);
    assertThat(
            new AccessControl(fleet.stacks())
                .denial(
                    Principal.of(stack, deployed.property("RoleArn")),
                    new AccessRequest("lambda:InvokeFunction", arn, Map.of())))
        .isEmpty();

    LocalDate to = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(3);
    ObjectNode days =
        json.createObjectNode().put("from", to.minusDays(1).toString()).put("to", to.toString());
    try (AwsGate gate = ingest.gate(ingest.role());
        LocalFunction running = ingest.start(gate, folder)) {
      StateMachine machine =
          new StateMachine((payload, _) -> answer(running, payload), Instant.now());
      MachineOutcome outcome = machine.run(definition, days);

      assertThat(outcome)
          .as(machine.calls() + String.join("\n", running.log()))
          .isInstanceOf(MachineOutcome.Succeeded.class);
      assertThat(machine.calls()).hasSizeGreaterThan(1);
      assertThat(gate.denied()).isEmpty();
    }
  }

  private JsonNode definition(Resource deployed) throws IOException {
    String text = stack.text(deployed.property("DefinitionString"));
    for (Map.Entry<String, JsonNode> substitution :
        deployed.property("DefinitionSubstitutions").properties()) {
      text = text.replace("${" + substitution.getKey() + "}", stack.text(substitution.getValue()));
    }
    return json.readTree(text);
  }

  private JsonNode answer(LocalFunction running, JsonNode payload) throws StatesException {
    try {
      Moment answer = running.invoke(payload.toString());
      if (answer.kind() != Moment.Kind.ANSWERED) {
        throw new StatesException("Lambda.Unknown", answer.text());
      }
      return json.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
