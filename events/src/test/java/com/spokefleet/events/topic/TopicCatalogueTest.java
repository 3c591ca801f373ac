package com.spokefleet.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.GoldenEvent;
import com.spokefleet.events.topic.PersonalField.Whose;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicCatalogueTest {
  @Test
  void findsEveryTopicByItsTemplateAndNoOther() {
    for (Topic topic : TopicCatalogue.ALL) {
      assertThat(TopicCatalogue.find(topic.template())).containsSame(topic);
      // A new text of equal letters, as a parser makes it.
      assertThat(TopicCatalogue.find(new StringBuilder(topic.template()).toString()))
          .containsSame(topic);
    }
    assertThat(TopicCatalogue.find("")).isEmpty();
    assertThat(TopicCatalogue.find("v2.detail.events.conversation.{id}.acw.")).isEmpty();
    assertThat(TopicCatalogue.find("V2.OPERATIONS.EVENTS.{ID}")).isEmpty();
  }

  @Test
  void findingAllocatesNothing() {
    String known = "v2.detail.events.conversation.{id}.acw";
    String unknown = "v2.quantum.routers.{id}.states";
    long found = lookUp(known, unknown);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    found += lookUp(known, unknown);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(found).isEqualTo(20_000);
    // Less than one object of 16 bytes for each look-up; the JVM itself may need some.
    assertThat(allocated).isLessThan(20_000 * 16 / 4);
  }

  private static long lookUp(String known, String unknown) {
    long found = 0;
    for (int round = 0; round < 10_000; round++) {
      found += TopicCatalogue.find(known).isPresent() ? 1 : 0;
      found += TopicCatalogue.find(unknown).isPresent() ? 1 : 0;
    }
    return found;
  }

  @Test
  void routesWhatTheDesignSays() {
    assertThat(TopicCatalogue.ALL)
        .filteredOn(topic -> topic.route() == Route.SIEM)
        .extracting(Topic::template)
        .containsExactlyInAnyOrder(
            "v2.audits.entitytype.{id}.entityid.{id}",
            "v2.detail.events.conversation.{id}.acw",
            "v2.detail.events.conversation.{id}.customer.end",
            "v2.detail.events.conversation.{id}.user.end",
            "v2.detail.events.conversation.{id}.acd.end",
            "v2.detail.events.conversation.{id}.flow.end",
            "v2.telephony.providers.edges.{id}.metrics",
            "v2.operations.events.{id}");
    assertThat(TopicCatalogue.ALL)
        .filteredOn(topic -> topic.route() == Route.S3_ONLY)
        .extracting(Topic::template)
        .containsExactly("v2.conversations.{id}.transcription");
  }

  @Test
  void routeAndValueAgree() {
    for (Topic topic : TopicCatalogue.ALL) {
      Route expected =
          switch (topic.value()) {
            case HIGH -> Route.SIEM;
            case CONTENT -> Route.S3_ONLY;
            case LOW, NOISE -> Route.NONE;
          };
      assertThat(topic.route()).as(topic.template()).isEqualTo(expected);
    }
  }

  @Test
  void nothingAboutOneConversationOrAgentMayLeaveAMetricsOnlyOrg() {
    for (Topic topic : TopicCatalogue.ALL) {
      boolean ofOnePerson =
          topic.template().contains("conversation.{id}")
              || topic.template().contains("conversations.{id}")
              || topic.template().endsWith("{id}.conversations")
              || topic.template().contains("users.{id}")
              || topic.template().contains("agent.{id}");
      assertThat(topic.metricsOnlyAllowed()).as(topic.template()).isEqualTo(!ofOnePerson);
    }
  }

  @Test
  void everyEventOfAConversationNamesItsCustomersFields() {
    List<String> names =
        List.of("ani", "dnis", "addressTo", "addressFrom", "callbackUserName", "callbackNumbers");
    for (Topic topic : TopicCatalogue.ALL) {
      if (topic.body() == BodyKind.CONVERSATION_DETAIL) {
        assertThat(topic.personal())
            .as(topic.template())
            .filteredOn(field -> field.whose() == Whose.CUSTOMER)
            .extracting(PersonalField::path)
            .containsAll(names)
            .contains("subject", "wrapupNotes", "attributes");
      }
    }
  }

  @Test
  void pathsAreUniqueAndLookedForInUnknownTopicsToo() {
    for (Topic topic : TopicCatalogue.ALL) {
      assertThat(topic.personal()).extracting(PersonalField::path).doesNotHaveDuplicates();
      assertThat(TopicCatalogue.PERSONAL_ANYWHERE)
          .extracting(PersonalField::path)
          .containsAll(topic.personal().stream().map(PersonalField::path).toList());
    }
    assertThat(TopicCatalogue.PERSONAL_ANYWHERE)
        .extracting(PersonalField::path)
        .doesNotHaveDuplicates();
  }

  /** Whoever adds a golden event with a text that looks like a person's sees it here. */
  @Test
  void nothingThatLooksLikeAPersonIsLeftUnnamedInGoldenEvents() {
    for (GoldenEvent event : GoldenEvent.all()) {
      List<PersonalField> personal =
          TopicCatalogue.find(event.detailType())
              .map(Topic::personal)
              .orElse(TopicCatalogue.PERSONAL_ANYWHERE);
      assertThat(PersonalTexts.outside(event.tree().at("/detail/eventBody"), personal))
          .as(event.toString())
          .isEmpty();
    }
  }
}
