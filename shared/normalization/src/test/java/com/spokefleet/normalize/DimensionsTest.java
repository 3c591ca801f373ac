package com.spokefleet.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.GenesysRegions;
import com.spokefleet.config.People;
import com.spokefleet.config.Person;
import com.spokefleet.config.ReconciliationStandard;
import com.spokefleet.config.ServiceLevelStandard;
import com.spokefleet.config.Standards;
import com.spokefleet.normalize.row.OrgRow;
import com.spokefleet.normalize.row.QueueRow;
import com.spokefleet.normalize.row.ServiceLevelTarget;
import com.spokefleet.normalize.row.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DimensionsTest {
  private static final Instant NOW = Instant.parse("2026-11-10T14:00:00Z");

  private final Dimensions dimensions =
      new Dimensions(
          Spokes.linking(GenesysRegions.find("eu-west-1").orElseThrow(), DirectLinks.ENGAGE_PATH),
          new People(List.of(new Person("employee-7", Map.of("emea", "ann", "amer", "bob")))),
          NOW);

  @Test
  void keysCarryTheOrgAndNamesAreOnlyNames() {
    assertThat(dimensions.division("division-1", "Home", true).divisionKey())
        .isEqualTo(Spokes.ORG_ID + ":division-1");
    assertThat(dimensions.agent("ann", null, null, null, null, null, null, "active").userKey())
        .isEqualTo(Spokes.ORG_ID + ":ann");
  }

  @Test
  void onlyTheUsersThatAreMappedShareAPerson() {
    assertThat(personKey("ann")).isEqualTo("employee-7");
    assertThat(personKey("bob"))
        .as("the id of a user of another org")
        .isEqualTo(Spokes.ORG_ID + ":bob");
  }

  private String personKey(String userId) {
    return dimensions
        .agent(userId, "John Smith", "john@example.com", null, null, null, null, "active")
        .personKey();
  }

  @Test
  void aQueueHasTheTargetsItsOrgHasSetAndNoOthers() {
    QueueRow row =
        dimensions.queue(
            "sales",
            "Sales",
            null,
            Map.of(
                "call", ServiceLevelTarget.ofShare(0.8, 20_000L),
                "hologram", ServiceLevelTarget.ofShare(0.5, 1L)));
    assertThat(row.call()).isEqualTo(new ServiceLevelTarget(80.0, 20_000L));
    assertThat(row.email()).isEqualTo(ServiceLevelTarget.NONE);
    assertThat(row.sighting()).isEqualTo(new Sighting(NOW, NOW, null));
    assertThat(row.link())
        .isEqualTo(
            "https://apps.mypurecloud.ie/directory/#/admin/organization/queues/sales/general");
  }

  @Test
  void aShareBecomesAPercentageWithoutTheNoiseOfBinaryFractions() {
    assertThat(ServiceLevelTarget.ofShare(0.07, null).percent()).isEqualTo(7.0);
    assertThat(ServiceLevelTarget.ofShare(0.29, null).percent()).isEqualTo(29.0);
    assertThat(ServiceLevelTarget.ofShare(null, null)).isEqualTo(ServiceLevelTarget.NONE);
  }

  @Test
  void anOrgBringsTheFleetsStandardsWithIt() {
    OrgRow row =
        OrgRow.of(
            Spokes.metricsOnly(),
            new Standards(
                new ServiceLevelStandard(80, Duration.ofSeconds(30), Duration.ofSeconds(5)),
                Currency.getInstance("USD"),
                new ReconciliationStandard(0)),
            "Example GmbH",
            "IE",
            NOW);
    assertThat(row.residency()).isEqualTo("metrics-only");
    assertThat(row.genesysDomain()).isEqualTo("mypurecloud.ie");
    assertThat(row.currency()).isEqualTo("EUR");
    assertThat(row.fleetCurrency()).isEqualTo("USD");
    assertThat(row.standardServiceLevelPercent()).isEqualTo(80);
    assertThat(row.standardServiceLevelMs()).isEqualTo(30_000);
    assertThat(row.standardShortAbandonMs()).isEqualTo(5_000);
  }
}
