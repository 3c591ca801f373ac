package com.spokefleet.cli.demo.stream;

import com.spokefleet.testing.stream.intake.EventStore;
import com.spokefleet.testing.stream.intake.StoredEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** "Who viewed or created OAuth clients, in which org, from where?", asked of Splunk's store. */
public final class OAuthClientQuestion {
  /** The same as a person types it. */
  static final String SEARCH =
      """
      index=genesys sourcetype="genesyscloud:eventbridge:audit" entity_type=OAuthClient
          vendor_action IN (View, Create) | dedup event_id
          | table _time org_name user vendor_action object src\
      """;

  private static final String UNKNOWN = "unknown";

  /** What Splunk calls it when nobody did it. */
  private static final String PLATFORM = "system";

  private static final Set<String> ACTIONS = Set.of("View", "Create");

  private final EventStore splunk;

  OAuthClientQuestion(EventStore splunk) {
    this.splunk = splunk;
  }

  /** One audit that answers it. */
  record Answer(String at, String org, String who, String did, String client, String from) {}

  /** In order of time. */
  List<Answer> answers() {
    return splunk.searchDistinct(OAuthClientQuestion::isAsked).stream()
        .map(OAuthClientQuestion::answer)
        .sorted(Comparator.comparing(Answer::at))
        .toList();
  }

  /** Whether one of them was a person, and not the platform itself. */
  boolean hasPersons() {
    return answers().stream().anyMatch(answer -> !answer.who().equals(PLATFORM));
  }

  private static boolean isAsked(StoredEvent event) {
    return event.has("sourcetype", "genesyscloud:eventbridge:audit")
        && event.has("entity_type", "OAuthClient")
        && ACTIONS.contains(event.value("vendor_action").orElse(UNKNOWN));
  }

  private static Answer answer(StoredEvent event) {
    return new Answer(
        event.value("event_time").orElse(UNKNOWN),
        event.value("org_name").orElse(UNKNOWN),
        event.value("user").orElse(UNKNOWN),
        event.value("vendor_action").orElse(UNKNOWN),
        event.value("object").orElse(UNKNOWN),
        event.value("src").orElse(UNKNOWN));
  }
}
