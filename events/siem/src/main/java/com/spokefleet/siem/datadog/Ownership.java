package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that an object in Datadog was made for this fleet, and which of ours it is. What does
 * not carry it whole is somebody else's, and is never changed or deleted.
 *
 * <p>Monitors, rules and pipelines carry it as three tags. A dashboard's tags can only name teams,
 * so the same three words stand in a line of its description. A metric made of logs has neither:
 * its id begins with the fleet's prefix.
 *
 * @param fleet the fleet's name: several may share an account
 */
public record Ownership(String fleet) {
  private static final String MANAGED = "managed-by:spokefleet";
  private static final String FLEET = "spokefleet-fleet:";
  private static final String ID = "spokefleet-id:";
  private static final Pattern LINE =
      Pattern.compile(
          "(?:^|[\\s\\[])"
              + MANAGED
              + " "
              + FLEET
              + "([a-z0-9_-]+) "
              + ID
              + "([a-z0-9_.-]+)(?:[\\s\\]]|$)");

  public Ownership {
    // Datadog keeps tags in small letters.
    fleet = fleet.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
  }

  /** The mark for what has tags. */
  public List<String> tags(String id) {
    return List.of(MANAGED, FLEET + fleet, ID + id);
  }

  /** The part of the mark that all of this fleet's objects have in common. */
  public List<String> tagsOfAll() {
    return List.of(MANAGED, FLEET + fleet);
  }

  /** The mark for what has a text only; a line of its own in it. */
  public String line(String id) {
    return "[" + String.join(" ", tags(id)) + "]";
  }

  /** What the ids of our metrics begin with. */
  public String metricPrefix() {
    return "spokefleet." + fleet.replace('-', '_') + ".";
  }

  /** Our id of an object that Datadog returned; empty if it is not ours. */
  public Optional<String> idOf(DatadogKind kind, JsonNode object) {
    return switch (kind) {
      case PIPELINE, MONITOR, RULE -> ofTags(object.path("tags"));
      case DASHBOARD -> ofLine(object.path("description").asText(""));
      case METRIC -> ofMetric(object.path("id").asText(""));
    };
  }

  private Optional<String> ofTags(JsonNode tags) {
    boolean managed = false;
    boolean sameFleet = false;
    String id = "";
    for (JsonNode tag : tags) {
      String text = tag.asText();
      managed |= text.equals(MANAGED);
      sameFleet |= text.equals(FLEET + fleet);
      if (text.startsWith(ID)) {
        id = text.substring(ID.length());
      }
    }
    return managed && sameFleet && !id.isEmpty() ? Optional.of(id) : Optional.empty();
  }

  private Optional<String> ofLine(String text) {
    Matcher matcher = LINE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(fleet)) {
        return Optional.of(matcher.group(2));
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofMetric(String id) {
    return id.startsWith(metricPrefix()) && id.length() > metricPrefix().length()
        ? Optional.of(id.substring(metricPrefix().length()))
        : Optional.empty();
  }
}
