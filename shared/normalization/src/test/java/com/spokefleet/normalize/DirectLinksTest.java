package com.spokefleet.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.spokefleet.config.GenesysRegion;
import com.spokefleet.config.GenesysRegions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectLinksTest {
  private static final String ID = "f1e2d3c4-0a0b-4c0d-8e0f-010203040506";

  /** Written out once more, so that a wrong host in the region table does not prove itself. */
  private static final Map<String, String> APPS_HOSTS =
      Map.ofEntries(
          Map.entry("us-east-1", "apps.mypurecloud.com"),
          Map.entry("us-east-2", "apps.use2.us-gov-pure.cloud"),
          Map.entry("us-west-2", "apps.usw2.pure.cloud"),
          Map.entry("ca-central-1", "apps.cac1.pure.cloud"),
          Map.entry("mx-central-1", "apps.mxc1.pure.cloud"),
          Map.entry("sa-east-1", "apps.sae1.pure.cloud"),
          Map.entry("eu-west-1", "apps.mypurecloud.ie"),
          Map.entry("eu-west-2", "apps.euw2.pure.cloud"),
          Map.entry("eu-central-1", "apps.mypurecloud.de"),
          Map.entry("eu-central-2", "apps.euc2.pure.cloud"),
          Map.entry("me-central-1", "apps.mec1.pure.cloud"),
          Map.entry("eusc-de-east-1", "apps.edee1.eusc-pure.cloud"),
          Map.entry("ap-south-1", "apps.aps1.pure.cloud"),
          Map.entry("ap-southeast-1", "apps.apse1.pure.cloud"),
          Map.entry("ap-southeast-2", "apps.mypurecloud.com.au"),
          Map.entry("ap-northeast-1", "apps.mypurecloud.jp"),
          Map.entry("ap-northeast-2", "apps.apne2.pure.cloud"),
          Map.entry("ap-northeast-3", "apps.apne3.pure.cloud"));

  static Stream<GenesysRegion> regions() {
    return GenesysRegions.all().stream();
  }

  @Test
  void coversAllEighteenRegions() {
    assertThat(regions().map(GenesysRegion::awsRegion))
        .hasSize(18)
        .containsExactlyInAnyOrderElementsOf(APPS_HOSTS.keySet());
  }

  @ParameterizedTest
  @MethodSource("regions")
  void linksIntoTheEngageViewOfTheOrgsOwnRegion(GenesysRegion region) {
    assertThat(link(region, DirectLinks.ENGAGE_PATH, ID))
        .isEqualTo(
            "https://"
                + APPS_HOSTS.get(region.awsRegion())
                + "/directory/#/engage/admin/interactions/"
                + ID);
  }

  @ParameterizedTest
  @MethodSource("regions")
  void linksIntoTheAnalyticsWorkspaceOfTheOrgsOwnRegion(GenesysRegion region) {
    assertThat(link(region, DirectLinks.ANALYTICS_PATH, ID))
        .isEqualTo(
            "https://"
                + APPS_HOSTS.get(region.awsRegion())
                + "/directory/#/analytics/interactions/"
                + ID
                + "/admin/details");
  }

  @Test
  void escapesWhatIsNoPlainId() {
    List<String> ids = List.of("a b", "a/../b", "a#b?c", "<script>", "ид");
    GenesysRegion dublin = GenesysRegions.find("eu-west-1").orElseThrow();
    assertThat(ids)
        .allSatisfy(
            id -> {
              String link = link(dublin, DirectLinks.ENGAGE_PATH, id);
              assertThat(URI.create(link).getFragment())
                  .isEqualTo("/engage/admin/interactions/" + id);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"directory/#/{conversationId}", "/directory/#/", ""})
  void refusesAPathThatCannotLink(String path) {
    GenesysRegion dublin = GenesysRegions.find("eu-west-1").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DirectLinks(Spokes.linking(dublin, path)))
        .withMessageStartingWith("Cannot link to conversations of emea: the path " + path);
  }

  private static String link(GenesysRegion region, String path, String id) {
    return new DirectLinks(Spokes.linking(region, path)).conversation(id);
  }
}
