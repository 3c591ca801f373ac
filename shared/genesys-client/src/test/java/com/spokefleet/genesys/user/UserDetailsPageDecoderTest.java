package com.spokefleet.genesys.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.user.UserStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserDetailsPageDecoderTest {
  private static final String GOOD =
      """
      {"startTime":"2026-11-10T13:00:02.110Z","endTime":"2026-11-10T14:30:00.000Z",
       "systemPresence":"ON_QUEUE","organizationPresenceId":"p1"}""";

  private final UserDetailsPageDecoder decoder = new UserDetailsPageDecoder();

  private UserDetailsPage decode(String json) throws MalformedPageException {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsStatusesOfBothKindsAlsoWhereTheUserComesLast() throws Exception {
    UserDetailsPage page =
        decode(
            """
            {"userDetails":[{"primaryPresence":[%s],
              "routingStatus":[{"startTime":"2026-11-10T14:45:10.500Z","routingStatus":"IDLE"}],
              "userId":"u1"}],"totalHits":2}"""
                .formatted(GOOD));

    assertThat(page.statuses())
        .containsExactly(
            new UserStatus.Presence(
                "u1",
                Instant.parse("2026-11-10T13:00:02.110Z"),
                Instant.parse("2026-11-10T14:30:00Z"),
                "ON_QUEUE",
                "p1"),
            new UserStatus.Routing("u1", Instant.parse("2026-11-10T14:45:10.500Z"), null, "IDLE"));
    assertThat(page.totalHits()).hasValue(2);
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.unknownValues()).isEmpty();
  }

  @Test
  void aSpoiltStatusIsCutOutAndTheUsersOthersStay() throws Exception {
    UserDetailsPage page =
        decode(
            """
            {"userDetails":[{"userId":"u1","primaryPresence":[{"startTime":7,"x":[{"y":1}]},%s,null,
              {"startTime":"2026-11-10T15:00:00Z","endTime":"2026-11-10T14:00:00Z"}]},
              "nobody",{"userId":"u2"}],"totalHits":4}"""
                .formatted(GOOD));

    assertThat(page.statuses()).hasSize(1);
    assertThat(page.poison()).hasSize(4);
    assertThat(page.poison())
        .extracting(PoisonStatus::reason)
        .containsExactly(
            "/userDetails/0/primaryPresence/0/startTime is not an instant",
            "the status is not an object",
            "/userDetails/0/primaryPresence/3 has no endTime after startTime",
            "the user is not an object");
    assertThat(page.poison())
        .extracting(poison -> new String(poison.raw(), StandardCharsets.UTF_8))
        .contains(
            "\"nobody\"",
            "{\"userId\":\"u1\",\"primaryPresence\":[{\"startTime\":7,\"x\":[{\"y\":1}]}]}");
  }

  @Test
  void countsFieldsAndValuesItDoesNotKnowAndKeepsThem() throws Exception {
    UserDetailsPage page =
        decode(
            """
            {"userDetails":[{"userId":"u1","mood":3,"routingStatus":[
              {"startTime":"2026-11-10T14:45:10.500Z","routingStatus":"LEVITATING","warp":9.9}]}]}""");

    assertThat(page.statuses())
        .containsExactly(
            new UserStatus.Routing(
                "u1", Instant.parse("2026-11-10T14:45:10.500Z"), null, "LEVITATING"));
    assertThat(page.unknownFields()).containsOnlyKeys("mood", "routingStatus.warp");
    assertThat(page.unknownValues()).containsEntry("routingStatus=LEVITATING", 1L);
  }

  @Test
  void whatIsNoPageIsNoEmptyPage() {
    for (String text : new String[] {"", "[]", "{}", "{\"message\":\"x\"}", "<html>"}) {
      assertThatThrownBy(() -> decode(text)).as(text).isInstanceOf(MalformedPageException.class);
    }
  }
}
