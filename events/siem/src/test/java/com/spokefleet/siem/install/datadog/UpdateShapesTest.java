package com.spokefleet.siem.install.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.datadog.api.client.JSON;
import com.datadog.api.client.v1.model.Monitor;
import com.datadog.api.client.v2.model.LogsMetricUpdateRequest;
import com.datadog.api.client.v2.model.SecurityMonitoringRuleUpdatePayload;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.Siem;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboards;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.datadog.DatadogObject;
import com.spokefleet.siem.datadog.DatadogPack;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.testing.siem.datadog.DatadogAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change sends is what the official client's types of changes can say, and no more. */
final class UpdateShapesTest {
  private static final List<DatadogObject> PACK =
      DatadogPack.of(
              new SiemContext(
                  "demo",
                  "genesys",
                  Lookups.none(),
                  List.of("soc@example.com"),
                  new Siem.BackendErrors("index=web", "service:crm")),
              DetectionCatalogue.all(),
              Dashboards.all())
          .objects();

  @Test
  void everyRuleOfThePackCanBeChanged() throws JsonProcessingException {
    int rules = 0;
    for (DatadogObject rule : of(DatadogKind.RULE)) {
      ObjectNode body = DatadogInstallation.update(DatadogKind.RULE, rule.body());
      ObjectNode marked = AppliedMark.with(DatadogKind.RULE, body, rule.body());
      SecurityMonitoringRuleUpdatePayload read =
          JSON.getDefault()
              .getMapper()
              .readValue(marked.toString(), SecurityMonitoringRuleUpdatePayload.class);
      assertThat(read.unparsed).as(rule.id()).isFalse();
      assertThat(read.getAdditionalProperties()).as(rule.id()).isNull();
      rules++;
    }
    assertThat(rules).isGreaterThan(30);
  }

  @Test
  void everyMonitorOfThePackCanBeChanged() throws JsonProcessingException {
    for (DatadogObject monitor : of(DatadogKind.MONITOR)) {
      ObjectNode body = AppliedMark.with(DatadogKind.MONITOR, monitor.body(), monitor.body());
      Monitor read = JSON.getDefault().getMapper().readValue(body.toString(), Monitor.class);
      assertThat(read.unparsed).as(monitor.id()).isFalse();
      assertThat(read.getAdditionalProperties()).as(monitor.id()).isNull();
    }
  }

  @Test
  void theMetricOfThePackCanBeChanged() throws JsonProcessingException {
    for (DatadogObject metric : of(DatadogKind.METRIC)) {
      ObjectNode data = (ObjectNode) metric.body().path("data");
      ObjectNode body = DatadogAccount.json("{}");
      body.set("data", DatadogInstallation.update(DatadogKind.METRIC, data));
      LogsMetricUpdateRequest read =
          JSON.getDefault().getMapper().readValue(body.toString(), LogsMetricUpdateRequest.class);
      assertThat(read.getData().unparsed).isFalse();
      assertThat(read.getData().getAdditionalProperties()).isNull();
      assertThat(read.getData().getAttributes().getAdditionalProperties()).isNull();
    }
  }

  private static List<DatadogObject> of(DatadogKind kind) {
    return PACK.stream().filter(object -> object.kind() == kind).toList();
  }
}
