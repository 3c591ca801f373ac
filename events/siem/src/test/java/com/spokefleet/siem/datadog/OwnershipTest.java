package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipTest {
  private static final Ownership OURS = new Ownership("Demo Fleet");

  @ParameterizedTest
  @EnumSource(DatadogKind.class)
  void ourMarkIsFoundAgainAndNoOtherFleetsTakesIt(DatadogKind kind) {
    ObjectNode object = marked(kind, OURS);

    assertThat(OURS.idOf(kind, object)).contains("some-thing");
    assertThat(new Ownership("other").idOf(kind, object)).isEmpty();
    assertThat(new Ownership("demo").idOf(kind, object)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DatadogKind.class)
  void anObjectWithoutTheMarkIsNotOurs(DatadogKind kind) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    assertThat(OURS.idOf(kind, object)).isEmpty();

    object.put("id", "spokefleet.");
    object.put("description", "[managed-by:spokefleet spokefleet-fleet:demo-fleet]");
    object.putArray("tags").add("managed-by:spokefleet").add("spokefleet-id:some-thing");
    assertThat(OURS.idOf(kind, object)).isEmpty();
  }

  @Test
  void tagsAreFoundAmongOthersInAnyOrder() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    List.of("spokefleet-id:x", "team:soc", "spokefleet-fleet:demo-fleet", "managed-by:spokefleet")
        .forEach(object.putArray("tags")::add);

    assertThat(OURS.idOf(DatadogKind.MONITOR, object)).contains("x");
  }

  private static ObjectNode marked(DatadogKind kind, Ownership ownership) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    switch (kind) {
      case PIPELINE, MONITOR, RULE ->
          ownership.tags("some-thing").forEach(object.putArray("tags")::add);
      case DASHBOARD ->
          object.put("description", "What it shows.\n\n" + ownership.line("some-thing"));
      case METRIC -> object.put("id", ownership.metricPrefix() + "some-thing");
    }
    return object;
  }
}
