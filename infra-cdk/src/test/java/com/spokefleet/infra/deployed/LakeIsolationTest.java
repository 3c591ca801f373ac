package com.spokefleet.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.spokefleet.infra.hub.DetailTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the lake's policy holds even for a role that may everything. */
@ExtendWith(Deployment.class)
final class LakeIsolationTest {
  private static final PolicyStatement EVERYTHING =
      new PolicyStatement(
          "Everything",
          true,
          Optional.empty(),
          List.of("*"),
          List.of("*"),
          MissingNode.getInstance());

  private final DeployedFleet fleet;
  private final AccessControl control;
  private final Principal full;
  private final Principal metricsOnly;

  LakeIsolationTest(DeployedFleet fleet) {
    this.fleet = fleet;
    this.control = new AccessControl(fleet.stacks());
    this.full = fleet.function(DeployedFleet.FULL, "ingest").role();
    this.metricsOnly = fleet.function(DeployedFleet.METRICS_ONLY, "ingest").role();
  }

  @Test
  void aMetricsOnlyOrgWritesNoDetailsByItsRoleNorByTheLake() {
    for (String table : DetailTables.NAMES) {
      AccessRequest put = put(table, DeployedFleet.METRICS_ONLY, Map.of());
      assertThat(control.denial(metricsOnly, put)).get().asString().startsWith("NoDetails denies");
      assertThat(control.denial(metricsOnly.with(List.of(EVERYTHING)), put))
          .get()
          .asString()
          .startsWith("NoDetailsOfMetricsOnlyOrgs denies");
    }
  }

  /** The control: figures it may write, and details another org may. */
  @Test
  void figuresItWritesAndAnotherOrgItsDetails() {
    assertThat(
            control.denial(
                metricsOnly, put("queue_intervals", DeployedFleet.METRICS_ONLY, Map.of())))
        .isEmpty();
    assertThat(control.denial(full, put("conversations", DeployedFleet.FULL, Map.of()))).isEmpty();
  }

  @Test
  void anOrgOfAnotherAccountWritesNoOtherOrgsFiguresWhateverItsRoleMay() {
    AccessRequest foreign = put("queue_intervals", DeployedFleet.METRICS_ONLY, Map.of());
    assertThat(control.denial(full, foreign)).isPresent();
    assertThat(control.denial(full.with(List.of(EVERYTHING)), foreign)).isPresent();
    assertThat(
            control.denial(
                full.with(List.of(EVERYTHING)),
                put("queue_intervals", DeployedFleet.FULL, Map.of())))
        .as("the control: its own")
        .isEmpty();
  }

  @Test
  void aRoleWithoutTheFleetsTagWritesNothing() {
    Principal untagged = new Principal(full.arn(), full.account(), Map.of(), List.of(EVERYTHING));
    assertThat(control.denial(untagged, put("conversations", DeployedFleet.FULL, Map.of())))
        .isPresent();
  }

  @Test
  void nothingIsWrittenInAnotherWayThanEncryptedAndOverTls() {
    Principal anything = full.with(List.of(EVERYTHING));
    for (Map<String, String> spoilt :
        List.of(
            Map.of("s3:x-amz-server-side-encryption", "AES256"),
            Map.of("s3:x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:other"),
            Map.of("aws:SecureTransport", "false"),
            Map.of("s3:TlsVersion", "1.1"))) {
      assertThat(control.denial(anything, put("conversations", DeployedFleet.FULL, spoilt)))
          .as(spoilt.toString())
          .get()
          .asString()
          .contains("denies");
    }
  }

  private AccessRequest put(String table, String org, Map<String, String> more) {
    Map<String, String> context = new HashMap<>();
    context.put("aws:SecureTransport", "true");
    context.put("s3:TlsVersion", "1.3");
    context.putAll(more);
    return new AccessRequest(
        "s3:PutObject",
        "arn:aws:s3:::%s/%s/org_id=%s/day=2026-11-20/part-0.parquet"
            .formatted(fleet.lakeBucket(), table, fleet.org(org).orgId()),
        context);
  }
}
