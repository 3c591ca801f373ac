package com.spokefleet.siem.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.testing.siem.ApiFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every installation keeps, whatever the SIEM. */
public abstract class InstallationContract {
  private Site site;

  protected abstract Site start();

  @BeforeEach
  void startSite() {
    site = start();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void firstApplyMakesEverythingAndTheSecondSendsNoWritingRequest() {
    Plan first = plan(1, false);
    assertThat(first.count(Verdict.CREATE)).isEqualTo(site.content(1).size());

    apply(1, false);
    site.requests().forget();
    Plan second = plan(1, false);
    Application.Outcome outcome = apply(1, false);

    assertThat(second.isEqual()).isTrue();
    assertThat(outcome.done()).isEmpty();
    assertThat(site.requests().all()).isNotEmpty();
    assertThat(site.requests().writing()).isEmpty();
  }

  @Test
  void lookingChangesNothing() {
    apply(1, false);
    site.requests().forget();

    plan(2, false);

    assertThat(site.requests().writing()).isEmpty();
  }

  @Test
  void newerContentChangesWhatDiffersAddsWhatIsNewAndDeletesWhatIsNotWanted() {
    apply(1, false);

    Plan plan = plan(2, false);

    assertThat(plan.count(Verdict.UPDATE)).isEqualTo(1);
    assertThat(plan.count(Verdict.CREATE)).isEqualTo(1);
    assertThat(plan.count(Verdict.DELETE)).isEqualTo(1);
    assertThat(verdict(plan, site.changed()).fields()).hasSize(1);
    apply(2, false);
    assertThat(plan(2, false).isEqual()).isTrue();
    assertThat(site.ours()).isEqualTo(site.content(2).size());
  }

  @Test
  void whatSomebodyChangedIsToldAndKeptUnlessItIsToBeOverwritten() {
    apply(1, false);
    site.editByHand();
    String edited = site.edited();

    for (int version = 1; version <= 2; version++) {
      Plan plan = plan(version, false);
      assertThat(verdict(plan, site.changed()).verdict()).isEqualTo(Verdict.CHANGED_BY_SOMEBODY);
      assertThat(verdict(plan, site.changed()).fields()).isNotEmpty();
      assertThat(plan.open()).hasSize(1);
      apply(version, false);
      assertThat(site.edited()).isEqualTo(edited);
    }

    apply(2, true);
    assertThat(site.edited()).isNotEqualTo(edited);
    assertThat(plan(2, false).isEqual()).isTrue();
  }

  @Test
  void whatIsNotOursIsRefusedAndStaysAsItIsToTheByte() {
    ObjectKey foreign = site.addForeign();
    String before = site.foreign();

    Plan plan = plan(1, true);
    apply(1, true);
    apply(2, true);

    assertThat(verdict(plan, foreign).verdict()).isEqualTo(Verdict.FOREIGN);
    assertThat(plan.open()).hasSize(1);
    assertThat(site.foreign()).isEqualTo(before);
    assertThat(site.ours()).isEqualTo(site.content(2).size() - 1);
    assertThat(plan(2, true).isEqual()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ApiFault.class,
      names = {"DOWN", "ANSWER_LOST"})
  void whoeverIsInterruptedAfterAnyRequestCompletesNextTime(ApiFault last) {
    int interrupted = 0;
    for (int requests = 0; ; requests++) {
      closeSite();
      startSite();
      apply(1, false);
      site.faults().next(requests, ApiFault.NONE);
      site.faults().next(1, last);
      site.faults().always(ApiFault.DOWN);
      boolean whole;
      try {
        apply(2, false);
        whole = true;
      } catch (InstallException broken) {
        whole = false;
        interrupted++;
      }
      restored();

      Application.Outcome outcome = apply(2, false);

      assertThat(outcome.refused()).as("after request %d", requests).isEmpty();
      assertThat(plan(2, false).isEqual()).as("after request %d", requests).isTrue();
      assertThat(site.ours()).as("after request %d", requests).isEqualTo(site.content(2).size());
      if (whole) {
        break;
      }
    }
    assertThat(interrupted).isGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource(
      value = ApiFault.class,
      names = {"DOWN", "ANSWER_LOST"})
  void whoeverIsInterruptedAndThenWantsSomethingNewerStillKnowsWhatIsHis(ApiFault last) {
    int interrupted = 0;
    for (int requests = 0; ; requests++) {
      closeSite();
      startSite();
      site.faults().next(requests, ApiFault.NONE);
      site.faults().next(1, last);
      site.faults().always(ApiFault.DOWN);
      boolean whole;
      try {
        apply(1, false);
        whole = true;
      } catch (InstallException broken) {
        whole = false;
        interrupted++;
      }
      restored();

      Plan plan = plan(2, false);
      apply(2, false);

      assertThat(plan.open()).as("after request %d", requests).isEmpty();
      assertThat(plan(2, false).isEqual()).as("after request %d", requests).isTrue();
      assertThat(site.ours()).as("after request %d", requests).isEqualTo(site.content(2).size());
      if (whole) {
        break;
      }
    }
    assertThat(interrupted).isGreaterThan(5);
  }

  @Test
  void lostAnswersOfSingleRequestsMakeNothingTwice() {
    int lost = 0;
    for (int requests = 0; requests < 40; requests++) {
      closeSite();
      startSite();
      site.faults().next(requests, ApiFault.NONE);
      site.faults().next(1, ApiFault.ANSWER_LOST);

      Application.Outcome outcome = apply(1, false);

      lost += site.faults().happened(ApiFault.ANSWER_LOST);
      assertThat(outcome.refused()).as("request %d", requests).isEmpty();
      assertThat(plan(1, false).isEqual()).as("request %d", requests).isTrue();
      assertThat(site.ours()).as("request %d", requests).isEqualTo(site.content(1).size());
    }
    assertThat(lost).isGreaterThan(10);
  }

  @Test
  void tooManyRequestsAreWaitedForAsLongAsTold() {
    site.faults().next(2, ApiFault.TOO_MANY_REQUESTS);
    site.faults().next(4, ApiFault.NONE);
    site.faults().next(3, ApiFault.TOO_MANY_REQUESTS);

    apply(1, false);

    assertThat(plan(1, false).isEqual()).isTrue();
    assertThat(site.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    assertThat(site.ours()).isEqualTo(site.content(1).size());
  }

  @Test
  void oneThatIsRefusedDoesNotStopTheOthers() {
    List<WantedObject> wanted = site.content(1);
    Plan plan = Plan.of(wanted, site.installation().look(wanted), false);
    site.faults().next(1, ApiFault.REFUSED);

    Application.Outcome outcome = new Application(site.installation()).apply(plan, change -> {});

    assertThat(outcome.refused()).singleElement().asString().startsWith("Cannot create ");
    assertThat(outcome.done()).hasSize(wanted.size() - 1);
    assertThat(plan(1, false).count(Verdict.CREATE)).isEqualTo(1);
  }

  @Test
  void oneThatCannotBeReachedIsNoEmptyOne() {
    apply(1, false);
    site.faults().always(ApiFault.FAILED);

    assertThatThrownBy(() -> plan(1, false))
        .isInstanceOf(InstallException.class)
        .hasMessageStartingWith("Cannot ")
        .hasMessageContaining("answered 500");
  }

  protected Plan plan(int version, boolean overwrite) {
    List<WantedObject> wanted = site.content(version);
    return Plan.of(wanted, site.installation().look(wanted), overwrite);
  }

  protected Application.Outcome apply(int version, boolean overwrite) {
    return new Application(site.installation()).apply(plan(version, overwrite), change -> {});
  }

  protected Site site() {
    return site;
  }

  private void restored() {
    site.faults().clear();
  }

  private static Change verdict(Plan plan, ObjectKey key) {
    return plan.changes().stream()
        .filter(change -> change.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
