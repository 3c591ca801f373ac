package com.spokefleet.siem.install.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.install.Application;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Plan;
import com.spokefleet.siem.install.Verdict;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestRequest;
import com.spokefleet.siem.install.http.UnknownOutcomeException;
import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.datadog.ContentKind;
import com.spokefleet.testing.siem.datadog.DatadogAccount;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is Datadog's own. */
final class DatadogAccountTest {
  private final DatadogSite site = new DatadogSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aCopyOfOursIsSomebodyElsesAlthoughItHasOurMark() {
    apply(1);
    ObjectNode copy = monitor(site.monitorId());
    copy.put("name", "OAuth client created (copy)").put("query", "theirs");
    String id = site.account().add(ContentKind.MONITOR, copy);
    String before = site.account().contents(ContentKind.MONITOR).get(id);

    apply(2);

    assertThat(plan(2).isEqual()).isTrue();
    assertThat(site.account().contents(ContentKind.MONITOR).get(id)).isEqualTo(before);
  }

  @Test
  void aMutedMonitorIsNotAChangedOne() {
    apply(1);
    site.account()
        .edit(
            ContentKind.MONITOR,
            site.monitorId(),
            monitor -> monitor.withObject("/options/silenced").put("*", 0));
    site.account()
        .edit(
            ContentKind.MONITOR,
            site.monitorId(),
            monitor -> monitor.put("overall_state", "Alert"));

    assertThat(plan(1).isEqual()).isTrue();
    assertThat(plan(2).count(Verdict.UPDATE)).isEqualTo(1);
  }

  @Test
  void anEditOfAnyKindIsNoticedWhenSomethingNewerIsWanted() {
    apply(1);
    for (ContentKind kind :
        List.of(ContentKind.PIPELINE, ContentKind.DASHBOARD, ContentKind.RULE)) {
      String id = site.account().contents(kind).keySet().iterator().next();
      site.account()
          .edit(
              kind,
              id,
              object ->
                  object.put(
                      kind == ContentKind.RULE ? "message" : "description",
                      "changed; " + object.path("description").asText()));
    }

    assertThat(plan(1).count(Verdict.CHANGED_BY_SOMEBODY)).isEqualTo(3);
  }

  @Test
  void longListsAreReadToTheirEnd() {
    for (int number = 0; number < 250; number++) {
      site.account()
          .add(
              ContentKind.MONITOR,
              DatadogAccount.json(
                  "{\"name\": \"m%d\", \"type\": \"log alert\", \"query\": \"q\"}"
                      .formatted(number)));
      site.account()
          .add(
              ContentKind.DASHBOARD,
              DatadogAccount.json(
                  "{\"title\": \"d%d\", \"layout_type\": \"free\", \"widgets\": []}"
                      .formatted(number)));
      site.account()
          .add(
              ContentKind.RULE,
              DatadogAccount.json("{\"name\": \"r%d\", \"tags\": []}".formatted(number)));
    }

    apply(1);
    site.requests().forget();

    assertThat(plan(1).isEqual()).isTrue();
    assertThat(site.requests().all())
        .filteredOn(request -> request.path().startsWith("/api/v1/monitor"))
        .hasSize(3);
    assertThat(site.requests().all())
        .filteredOn(request -> request.path().startsWith("/api/v1/dashboard/"))
        .as("only ours are read whole")
        .hasSize(1);
  }

  @Test
  void aKeyThatIsRefusedIsToldWithoutIt() {
    DatadogInstallation installation =
        new DatadogInstallation(
            "test", DatadogSite.OWNERSHIP, site.kinds(), site.client("wrong-secret"));

    assertThatThrownBy(() -> installation.look(site.content(1)))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("Cannot read pipelines of Datadog test: 403 Forbidden")
        .hasMessageContaining("Cannot read rules of Datadog test: 403 Forbidden")
        .hasMessageContaining("application key")
        .message()
        .doesNotContain("wrong-secret");
  }

  @Test
  void withoutCloudSiemTheOtherKindsAreManaged() {
    site.account().withoutCloudSiem();
    assertThatThrownBy(() -> plan(1))
        .hasMessageContaining("--without-cloud-siem")
        .message()
        .doesNotContain("pipelines");

    site.kinds().remove(DatadogKind.RULE);
    List<WantedObject> wanted =
        site.content(1).stream().filter(each -> !each.key().kind().equals("rules")).toList();
    new Application(site.installation())
        .apply(Plan.of(wanted, site.installation().look(wanted), false), change -> {});

    assertThat(site.ours()).isEqualTo(wanted.size());
  }

  @Test
  void whoeverRepeatsACreationWithALostAnswerMakesTwo() {
    RestRequest create =
        RestRequest.create(
            "/api/v1/monitor",
            "{\"name\": \"n\", \"type\": \"log alert\", \"query\": \"q\"}",
            "create a monitor");
    site.faults().next(1, ApiFault.ANSWER_LOST);
    assertThatThrownBy(() -> site.client("application-key").send(create))
        .isInstanceOf(UnknownOutcomeException.class);

    // Without looking first, as somebody would who takes silence for failure.
    site.client("application-key").send(create);

    assertThat(site.account().contents(ContentKind.MONITOR)).hasSize(2);
  }

  @Test
  void everythingThatIsEmptyComesToTheSame() {
    JsonNode wanted = DatadogAccount.json("{\"a\": {\"b\": 1.0, \"c\": [], \"d\": \"\"}}");
    JsonNode found =
        DatadogAccount.json("{\"a\": {\"b\": 1, \"c\": null, \"more\": 3}, \"x\": true}");

    assertThat(JsonShape.text("", JsonShape.project(found, wanted)))
        .isEqualTo(JsonShape.text("", wanted))
        .isEqualTo("{\"a\":{\"b\":1}}");
  }

  @Test
  void onlyTagsMayComeInAnotherOrder() {
    JsonNode one = DatadogAccount.json("{\"tags\": [\"a\", \"b\"], \"list\": [1, 2]}");
    JsonNode two = DatadogAccount.json("{\"tags\": [\"b\", \"a\"], \"list\": [2, 1]}");

    assertThat(JsonShape.text("tags", one.path("tags")))
        .isEqualTo(JsonShape.text("tags", two.path("tags")));
    assertThat(JsonShape.text("list", one.path("list")))
        .isNotEqualTo(JsonShape.text("list", two.path("list")));
  }

  private ObjectNode monitor(String id) {
    return DatadogAccount.json(site.account().contents(ContentKind.MONITOR).getOrDefault(id, "{}"));
  }

  private Plan plan(int version) {
    List<WantedObject> wanted = site.content(version);
    return Plan.of(wanted, site.installation().look(wanted), false);
  }

  private void apply(int version) {
    new Application(site.installation()).apply(plan(version), change -> {});
  }
}
