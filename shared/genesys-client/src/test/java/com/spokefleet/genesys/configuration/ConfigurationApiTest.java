package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConfigurationApiTest {
  private LoopbackOrg org;

  @BeforeEach
  void start() throws IOException {
    org = new LoopbackOrg();
  }

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void readsTheOrganization() {
    org.answer(
        "/api/v2/organizations/me",
        Answer.json(
            """
            {"id":"0b7c6a52","name":"Müller & Söhne","defaultLanguage":"de-DE","defaultCountryCode":"DE",
             "domain":"mueller","version":99999999999,"state":"active","productPlatform":"Quantum",
             "features":{"x":true}}\
            """));

    OrganizationObject organization = org.configuration().organization(org.deadline());

    assertThat(organization)
        .isEqualTo(
            new OrganizationObject(
                "0b7c6a52", "Müller & Söhne", "DE", "active", "mueller", "de-DE"));
    assertThat(org.requests()).extracting(Seen::method).containsExactly("GET");
    assertThat(org.requests().getFirst().query()).isEmpty();
  }

  @Test
  void readsQueuesWithTheServiceLevelOfEveryMediaTypeEvenOneNewerThanTheSdk() {
    org.list(
        "/api/v2/routing/queues",
        List.of(
            """
            {"id":"q1","name":"Billing","description":"Invoices","division":{"id":"d1","name":"Home","new":1},
             "dateModified":"yesterday","memberCount":99999999999,"scoringMethod":"Tarot",
             "mediaSettings":{
               "call":{"alertingTimeoutSeconds":8,"serviceLevel":{"percentage":0.8,"durationMs":20000}},
               "message":{"serviceLevel":{"percentage":0.9},"subTypeSettings":{"whatsapp":{"enableAutoAnswer":true}}},
               "hologram":{"serviceLevel":{"percentage":0.5,"durationMs":86400000000}},
               "chat":{"enableAutoAnswer":false},"email":null}}\
            """,
            "{\"id\":\"q2\"}"));

    List<QueueObject> queues = org.configuration().queues(org.deadline());

    Map<String, ServiceLevelTarget> targets =
        Map.of(
            "call", new ServiceLevelTarget(0.8, 20_000L),
            "message", new ServiceLevelTarget(0.9, null),
            "hologram", new ServiceLevelTarget(0.5, 86_400_000_000L));
    assertThat(queues)
        .containsExactly(
            new QueueObject("q1", "Billing", "d1", "Invoices", new TreeMap<>(targets)),
            new QueueObject("q2", null, null, null, new TreeMap<>()));
    assertThat(org.requests()).hasSize(1);
    assertThat(org.requests().getFirst().query())
        .containsOnly(Map.entry("pageNumber", "1"), Map.entry("pageSize", "100"));
  }

  @Test
  void readsUsersInEveryStateAndKeepsAStateNewerThanTheSdk() {
    org.list(
        "/api/v2/users",
        List.of(
            """
            {"id":"u1","name":"Ana Ruiz","email":"Ana.RUIZ@Example.com","division":{"id":"d1"},"state":"active",
             "department":"Care","title":"Agent","manager":{"id":"u2","name":"Bo","state":"x","version":1},
             "username":"ana","version":99999999999,"dateLastLogin":"a while ago","images":"none",
             "primaryContactInfo":[{"address":"+4912345","mediaType":"TELEPATHY"}]}\
            """,
            "{\"id\":\"u2\",\"state\":\"hibernating\",\"email\":null}"));

    List<UserObject> users = org.configuration().users(org.deadline());

    assertThat(users)
        .containsExactly(
            new UserObject(
                "u1", "Ana Ruiz", "ana.ruiz@example.com", "d1", "active", "Care", "Agent", "u2"),
            new UserObject("u2", null, null, null, "hibernating", null, null, null));
    assertThat(org.requests().getFirst().query())
        .containsOnly(
            Map.entry("pageNumber", "1"), Map.entry("pageSize", "100"), Map.entry("state", "any"));
  }

  @Test
  void readsWrapupCodes() {
    org.list(
        "/api/v2/routing/wrapupcodes",
        List.of("{\"id\":\"w1\",\"name\":\"Sold\",\"division\":{\"id\":\"*\",\"name\":\"All\"}}"));

    assertThat(org.configuration().wrapupCodes(org.deadline()))
        .containsExactly(new WrapupCodeObject("w1", "Sold", "*"));
  }

  @Test
  void readsDivisions() {
    org.list(
        "/api/v2/authorization/divisions",
        List.of(
            "{\"id\":\"d1\",\"name\":\"Home\",\"homeDivision\":true,\"objectCounts\":{\"USER\":5}}",
            "{\"id\":\"d2\",\"name\":\"Süd\"}"));

    assertThat(org.configuration().divisions(org.deadline()))
        .containsExactly(
            new DivisionObject("d1", "Home", true), new DivisionObject("d2", "Süd", false));
  }

  @Test
  void readsEveryOneOf12345Users() {
    org.list("/api/v2/users", Listing.named("user", 12_345));

    List<UserObject> users = org.configuration().users(org.deadline());

    assertThat(users)
        .extracting(UserObject::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 12_345).mapToObj(index -> "user-" + index).toList());
    assertThat(org.requests()).hasSize(124);
  }

  @Test
  void readsAnOrgWithoutQueuesAsEmpty() {
    org.list("/api/v2/routing/queues", List.of());

    assertThat(org.configuration().queues(org.deadline())).isEmpty();
  }

  @Test
  void waitsOutThrottlingOnALaterPage() {
    List<String> queues = Listing.named("queue", 250);
    org.answer(
        "/api/v2/routing/queues",
        request ->
            request.page() == 3 && org.sleeps().isEmpty()
                ? new Answer(429, "{\"code\":\"too.many.requests\"}", Map.of("retry-AFTER", "17"))
                : Listing.page(queues, request));

    assertThat(org.configuration().queues(org.deadline())).hasSize(250);
    assertThat(org.sleeps()).extracting(wait -> wait.toSeconds()).containsExactly(17L);
  }

  @Test
  void failsTheWholeReadWhenOnePageFails() {
    List<String> queues = Listing.named("queue", 250);
    org.answer(
        "/api/v2/routing/queues",
        request -> request.page() == 2 ? Answer.status(400, "{}") : Listing.page(queues, request));

    assertThatThrownBy(() -> org.configuration().queues(org.deadline()))
        .isInstanceOf(GenesysException.class)
        .hasMessageStartingWith("Cannot get queues of emea, page 2: Genesys answered 400");
  }

  @Test
  void namesDatasetPermissionAndRemedyWhenAccessIsDenied() {
    org.answer("/api/v2/routing/queues", Answer.denied("routing:queue:view"));

    assertThatThrownBy(() -> org.configuration().queues(org.deadline()))
        .isInstanceOfSatisfying(
            GenesysException.class,
            denied -> assertThat(denied.kind()).isEqualTo(FailureKind.PERMANENT))
        .hasMessageContaining("queues of emea")
        .hasMessageContaining("add the permission routing:queue:view to a role");
  }

  @Test
  void namesOrgDatasetPageAndPositionOfAnObjectWithoutId() {
    org.list("/api/v2/users", List.of("{\"id\":\"u1\"}", "{\"name\":\"Ana Ruiz\"}"));

    assertBadData(
        () -> org.configuration().users(org.deadline()),
        "Cannot read users of emea, page 1, object 2: it has no id");
  }

  @Test
  void takesANullObjectAsBadData() {
    org.list("/api/v2/users", List.of("{\"id\":\"u1\"}", "null"));

    assertBadData(
        () -> org.configuration().users(org.deadline()),
        "Cannot read users of emea, page 1, object 2: it has no id");
  }

  @Test
  void namesAFieldOfTheWrongTypeWithoutQuotingIt() {
    org.list("/api/v2/users", List.of("{\"id\":\"u1\",\"division\":{\"id\":[\"Ana Ruiz\"]}}"));

    assertBadData(
        () -> org.configuration().users(org.deadline()),
        "Cannot read users of emea, page 1, object 1: its field division.id has another type than"
            + " documented");
  }

  @Test
  void neverTakesAnAnswerWithoutListForAnEmptyList() {
    org.answer("/api/v2/users", Answer.json("{\"message\":\"down for maintenance\"}"));

    assertBadData(
        () -> org.configuration().users(org.deadline()),
        "Cannot read users of emea, page 1: the answer has no list of entities");
  }

  @Test
  void takesBrokenJsonAsBadDataWithoutQuotingIt() {
    org.answer("/api/v2/users", Answer.json("{\"entities\":[{\"name\":\"Ana Ruiz\" \"id\":1}]}"));

    assertThatThrownBy(() -> org.configuration().users(org.deadline()))
        .isInstanceOfSatisfying(
            GenesysException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA))
        .hasMessageStartingWith("Cannot read users of emea, page 1: the answer is not JSON at")
        .hasMessageNotContaining("Ana");
  }

  @Test
  void takesAnOrganizationWithoutIdAsBadData() {
    org.answer("/api/v2/organizations/me", Answer.json("{\"name\":\"x\"}"));

    assertBadData(
        () -> org.configuration().organization(org.deadline()),
        "Cannot read organization of emea: it has no id");
  }

  private static void assertBadData(Runnable read, String message) {
    assertThatThrownBy(read::run)
        .isInstanceOfSatisfying(
            GenesysException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA))
        .hasMessage(message);
  }
}
