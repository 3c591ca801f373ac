package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final String PRODUCT = "https://status.mypurecloud.com";

  @Test
  void isGenesysOwnAndTheRegionGoesByTheNameOfTheWebClient() {
    assertThat(statusPage("")).contains(new StatusPage(URI.create(PRODUCT), "EMEA (Frankfurt)"));
  }

  @Test
  void theRegionMayHaveAnotherNameThere() {
    assertThat(statusPage("    statusPage: {group: Frankfurt}\n"))
        .contains(new StatusPage(URI.create(PRODUCT), "Frankfurt"));
  }

  @Test
  void isNotAskedWhereTheOrgIsOnOtherHostsUnlessItIsWritten() {
    String endpoints = "    endpoints: {api: 'http://127.0.0.1:8081'}\n";

    assertThat(statusPage(endpoints)).isEmpty();
    assertThat(statusPage(endpoints + "    statusPage: {address: 'http://127.0.0.1:8082'}\n"))
        .contains(new StatusPage(URI.create("http://127.0.0.1:8082"), "EMEA (Frankfurt)"));
  }

  @Test
  void isNotAskedWhereItIsForbidden() {
    assertThat(statusPage("    statusPage: {watch: never}\n")).isEmpty();
  }

  private static Optional<StatusPage> statusPage(String lines) {
    String yaml =
        FleetText.with("    businessRegion: EMEA\n", "    businessRegion: EMEA\n" + lines);
    return FleetParser.parse("fleet.yaml", yaml).spoke("emea").orElseThrow().statusPage();
  }
}
