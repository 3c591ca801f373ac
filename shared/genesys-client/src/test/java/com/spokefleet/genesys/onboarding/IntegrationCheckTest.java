package com.spokefleet.genesys.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.CheckResult.Status;
import com.spokefleet.genesys.onboarding.IntegrationCheck.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntegrationCheckTest {
  private static final IntegrationCheck CHECK =
      new IntegrationCheck(Optional.empty(), Optional.of("444455556666"), "eu-west-1");

  @Test
  void takesTheOneThereIs() {
    EventIntegration one = feeding("a", "444455556666", "eu-west-1");

    Found found = CHECK.run(List.of(one));

    assertThat(found.results()).extracting(CheckResult::status).containsOnly(Status.OK);
    assertThat(found.integration()).contains(one);
    assertThat(found.isUsable()).isTrue();
    assertThat(one.eventSource("org")).contains("aws.partner/genesys.com/cloud/org/a");
  }

  @Test
  void takesTheOnlyOneThatFitsOrTheOneThatIsNamed() {
    EventIntegration elsewhere = feeding("a", "444455556666", "us-east-1");
    EventIntegration here = feeding("b", "444455556666", "eu-west-1");
    EventIntegration alsoHere = feeding("c", "444455556666", "eu-west-1");

    assertThat(CHECK.run(List.of(elsewhere, here)).integration()).contains(here);
    Found both = CHECK.run(List.of(elsewhere, here, alsoHere));
    assertThat(both.integration()).isEmpty();
    assertThat(both.isUsable()).isFalse();
    assertThat(both.results().getFirst().problem())
        .contains("name of b (b), name of c (c)")
        .doesNotContain("(a)");

    IntegrationCheck named = new IntegrationCheck(Optional.of("c"), Optional.empty(), "eu-west-1");
    assertThat(named.run(List.of(elsewhere, here, alsoHere)).integration()).contains(alsoHere);
    assertThat(named.run(List.of(elsewhere)).results().getFirst().problem())
        .contains("has the suffix c");
  }

  @Test
  void aWrongPlaceIsNotUsed() {
    Found found = CHECK.run(List.of(feeding("a", "111122223333", "us-east-1")));

    assertThat(found.isUsable()).isFalse();
    assertThat(found.results().getLast().status()).isEqualTo(Status.FAILED);
    assertThat(found.results().getLast().problem())
        .contains("region us-east-1, not eu-west-1")
        .contains("account 111122223333, not 444455556666");
  }

  @Test
  void anAccountThatNobodyNamedIsUnknown() {
    IntegrationCheck check = new IntegrationCheck(Optional.empty(), Optional.empty(), "eu-west-1");

    Found found = check.run(List.of(feeding("a", "444455556666", "eu-west-1")));

    assertThat(found.results().getLast().status()).isEqualTo(Status.UNKNOWN);
    assertThat(found.results().getLast().problem()).contains("444455556666");
    assertThat(found.isUsable()).isTrue();
  }

  @Test
  void whatGenesysDoesNotTellIsUnknown() {
    EventIntegration silent =
        new EventIntegration(
            "i",
            "a",
            "ENABLED",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(CHECK.run(List.of(silent)).results())
        .extracting(CheckResult::status)
        .containsExactly(Status.UNKNOWN, Status.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, ACTIVE, OK",
    "ENABLED, ERROR, FAILED",
    "ENABLED, ACTIVATING, UNKNOWN",
    "ENABLED, OF_TOMORROW, UNKNOWN",
    "DISABLED, INACTIVE, FAILED",
    "'', ACTIVE, FAILED"
  })
  void isAsGoodAsItsState(String intended, String reported, Status expected) {
    EventIntegration one = feeding("a", "444455556666", "eu-west-1");
    EventIntegration inState =
        new EventIntegration(
            one.id(),
            one.name(),
            intended,
            Optional.of(reported),
            Optional.of("why"),
            one.suffix(),
            one.awsAccount(),
            one.awsRegion(),
            one.topics());

    assertThat(CHECK.run(List.of(inState)).results().getFirst().status()).isEqualTo(expected);
  }

  @Test
  void saysWhatToAddWhereThereIsNone() {
    CheckResult result = CHECK.run(List.of()).results().getFirst();

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.remedy())
        .contains("Amazon EventBridge Source")
        .contains("444455556666")
        .contains("eu-west-1");
  }

  private static EventIntegration feeding(String suffix, String account, String region) {
    return new EventIntegration(
        "id-" + suffix,
        "name of " + suffix,
        "ENABLED",
        Optional.of("ACTIVE"),
        Optional.empty(),
        Optional.of(suffix),
        Optional.of(account),
        Optional.of(region),
        Optional.of(List.of()));
  }
}
