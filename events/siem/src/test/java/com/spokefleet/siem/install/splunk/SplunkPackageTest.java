package com.spokefleet.siem.install.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.install.Application;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.Plan;
import com.spokefleet.siem.install.Verdict;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.testing.siem.splunk.SplunkManagement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is Splunk's own: an app that comes as a package, with what is set above it. */
final class SplunkPackageTest {
  private static final String USERS = "lookups/users.csv";

  private final SplunkSite site = new SplunkSite();
  private final SplunkManagement splunk = site.splunk();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPackageThatWasJustInstalledIsEqualAndNeedsNoRequestThatWrites() {
    install("1.0.0", SplunkSite.files(1));

    Plan plan = plan(SplunkSite.files(1), false);

    assertThat(plan.isEqual()).isTrue();
    assertThat(site.requests().writing()).isEmpty();
  }

  @Test
  void newerContentIsBroughtToAnOlderPackageAndItsNewPackageChangesNothingMore() {
    install("1.0.0", SplunkSite.files(1));
    Plan plan = plan(SplunkSite.files(2), false);
    assertThat(plan.count(Verdict.UPDATE)).isEqualTo(1);
    assertThat(plan.count(Verdict.CREATE)).isEqualTo(1);
    assertThat(plan.count(Verdict.HELD_BY_PACKAGE))
        .as("what came with the package cannot be deleted beside it")
        .isEqualTo(1);
    apply(SplunkSite.files(2), false);
    assertThat(plan(SplunkSite.files(2), false).open()).hasSize(1);

    install("2.0.0", SplunkSite.files(2));
    site.requests().forget();

    assertThat(plan(SplunkSite.files(2), false).isEqual()).isTrue();
    assertThat(site.installation().remark())
        .hasValueSatisfying(
            remark -> assertThat(remark).startsWith("version 2.0.0 of the app is installed"));
  }

  @Test
  void aNewPackageDoesNotReachBelowWhatSomebodyChanged() {
    install("1.0.0", SplunkSite.files(1));
    site.editByHand();

    install("2.0.0", SplunkSite.files(2));

    Plan plan = plan(SplunkSite.files(2), false);
    assertThat(plan.open())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.verdict()).isEqualTo(Verdict.CHANGED_BY_SOMEBODY);
              assertThat(change.fields()).containsExactly("cron_schedule");
            });
  }

  @Test
  void fieldsThatWeDoNotSetAreTheirsToSet() {
    install("1.0.0", SplunkSite.files(1));
    splunk.set(
        "saved/searches", "OAuth client created", Map.of("action.webhook.param.url", "https://x"));

    assertThat(plan(SplunkSite.files(1), false).isEqual()).isTrue();
    apply(SplunkSite.files(2), false);
    assertThat(splunk.contents().get("saved/searches/OAuth client created"))
        .contains("https://x")
        .contains("4-59/5 * * * *");
  }

  @Test
  void aFieldThatIsNoLongerWantedIsEmptied() {
    SortedMap<String, byte[]> files = SplunkSite.files(1);
    apply(files, false);
    files.put("default/tags.conf", bytes("[eventtype=genesys_audit]\naudit = enabled\n"));

    Plan plan = plan(files, false);

    assertThat(plan.changes())
        .filteredOn(change -> change.verdict() == Verdict.UPDATE)
        .singleElement()
        .satisfies(change -> assertThat(change.fields()).containsExactly("audit", "change"));
    apply(files, false);
    assertThat(plan(files, false).isEqual()).isTrue();
  }

  @Test
  void anEmptyLookupIsMadeOnceAndNeverEmptiesAFullOne() {
    SortedMap<String, byte[]> empty = SplunkSite.files(1);
    SortedMap<String, byte[]> full = SplunkSite.files(1);
    full.put(USERS, bytes("user_id,name\n7,Ada\n8,\"Grace, \"\"H\"\"\"\n"));
    apply(empty, false);
    apply(full, false);
    String users = splunk.contents().get("data/lookup-table-files/users.csv");

    Plan plan = plan(empty, false);
    apply(empty, false);

    assertThat(plan.isEqual()).isTrue();
    assertThat(users).contains("Ada").contains("Grace, \\\"H\\\"");
    assertThat(splunk.contents().get("data/lookup-table-files/users.csv")).isEqualTo(users);
    assertThat(plan(full, false).isEqual()).isTrue();
  }

  @Test
  void aLookupThatSomebodyFilledIsToldAndKept() {
    apply(SplunkSite.files(1), false);
    splunk.setLookup("privileged.csv", "object_id,name,reason\n9,Mine,x\n");

    Plan plan = plan(SplunkSite.files(1), false);

    assertThat(plan.open())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.key()).isEqualTo(new ObjectKey("lookups", "privileged.csv"));
              assertThat(change.verdict()).isEqualTo(Verdict.CHANGED_BY_SOMEBODY);
            });
  }

  @Test
  void aLookupOfManyRowsTravelsInPartsAndIsReadInPages() {
    StringBuilder csv = new StringBuilder("user_id,name\n");
    for (int row = 0; row < 12_345; row++) {
      csv.append(row).append(",User number ").append(row).append('\n');
    }
    SortedMap<String, byte[]> files = SplunkSite.files(1);
    files.put(USERS, bytes(csv.toString()));

    apply(files, false);

    assertThat(site.requests().writing())
        .filteredOn(request -> request.path().endsWith("/search/jobs"))
        .hasSizeGreaterThan(5);
    assertThat(plan(files, false).isEqual()).isTrue();
  }

  @Test
  void withoutTheAppItIsSaidHowToInstallIt() {
    try (SplunkManagement bare = SplunkManagement.start("a-token", "spokefleet_test_other")) {
      Installation installation =
          new SplunkInstallation(
              "test",
              "spokefleet_test_other",
              "1.0.0",
              new RestClient(
                  RestClient.newClient(),
                  bare.address(),
                  () -> Map.of("Authorization", "Bearer a-token"),
                  new Random(1),
                  time -> {}));

      assertThatThrownBy(() -> installation.look(List.of()))
          .isInstanceOf(InstallException.class)
          .hasMessageContaining("Cannot find the app spokefleet_test_other")
          .hasMessageContaining("fleet siem export");
    }
  }

  @Test
  void withoutAManifestNobodyCanTellWhatIsOurs() {
    try (SplunkSite other = new SplunkSite()) {
      other.splunk().forget("configs/conf-" + Manifest.CONF);

      assertThatThrownBy(() -> other.installation().look(other.content(1)))
          .isInstanceOf(InstallException.class)
          .hasMessageContaining("has no manifest")
          .hasMessageContaining("fleet siem export");
    }
  }

  @Test
  void aTokenThatIsRefusedIsToldWithoutIt() {
    Installation installation =
        new SplunkInstallation("test", SplunkSite.APP, "1.0.0", site.client("wrong-secret"));

    assertThatThrownBy(() -> installation.look(site.content(1)))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("401 call not properly authenticated")
        .message()
        .doesNotContain("wrong-secret");
  }

  @Test
  void whoeverWritesWithoutAnnouncingItDoesNotKnowHisOwnAfterwards() {
    // What an interrupted run would leave that made the macro first and noted it only then.
    splunk.set("configs/conf-macros", "genesys_index", Map.of("definition", "index=genesys"));

    assertThat(plan(SplunkSite.files(1), true).open())
        .singleElement()
        .satisfies(change -> assertThat(change.verdict()).isEqualTo(Verdict.FOREIGN));
  }

  @Test
  void aManifestThatWasDamagedClaimsNothing() {
    apply(SplunkSite.files(1), false);
    splunk.set(
        "configs/conf-" + Manifest.CONF,
        "savedsearches:OAuth client created",
        Map.of("applied", "{damaged", "pending", ""));

    assertThat(plan(SplunkSite.files(1), true).open())
        .singleElement()
        .satisfies(change -> assertThat(change.verdict()).isEqualTo(Verdict.FOREIGN));
  }

  private void install(String version, SortedMap<String, byte[]> files) {
    files.put("default/" + Manifest.CONF + ".conf", Manifest.conf(SplunkContent.wanted(files)));
    splunk.install(version, files);
  }

  private Plan plan(SortedMap<String, byte[]> files, boolean overwrite) {
    List<WantedObject> wanted = SplunkContent.wanted(files);
    return Plan.of(wanted, site.installation().look(wanted), overwrite);
  }

  private void apply(SortedMap<String, byte[]> files, boolean overwrite) {
    Application.Outcome outcome =
        new Application(site.installation()).apply(plan(files, overwrite), change -> {});
    assertThat(outcome.refused()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
