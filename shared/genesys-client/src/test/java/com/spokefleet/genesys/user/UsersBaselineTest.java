package com.spokefleet.genesys.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.schema.BaselineSample;
import com.spokefleet.genesys.schema.RecordShape;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder of users details and the committed baseline know the same fields and values. */
class UsersBaselineTest {
  private final BaselineSample sample =
      new BaselineSample(
          RecordShape.USERS_DETAILS,
          Map.of(
              "userDetails[].primaryPresence[].systemPresence", "MEAL",
              "userDetails[].routingStatus[].routingStatus", "NOT_RESPONDING"));

  @Test
  void theDecoderKnowsEveryFieldOfTheBaseline() throws Exception {
    UserDetailsPage page = decode(Set.of(), "");

    assertThat(page.statuses()).hasSize(2);
    assertThat(page.poison()).isEmpty();
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.unknownValues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "userDetails[]",
        "userDetails[].primaryPresence[]",
        "userDetails[].routingStatus[]"
      })
  void theBaselineKnowsEveryFieldOfTheDecoder(String object) throws Exception {
    Set<String> words =
        BaselineSample.words(
            Class.forName(UserDetailsPageDecoder.class.getName() + "$Page"), StatusDecoder.class);
    assertThat(words).contains("userDetails", "organizationPresenceId", "dataAvailabilityDate");
    for (String word : words) {
      if (!sample.paths().contains(object.isEmpty() ? word : object + "." + word)) {
        assertThat(decode(Set.of(word), object).unknownFields()).as(object + "." + word).hasSize(1);
      }
    }
  }

  private UserDetailsPage decode(Set<String> more, String at) throws Exception {
    return new UserDetailsPageDecoder().decode(sample.reply(more, at));
  }
}
