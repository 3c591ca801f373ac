package com.spokefleet.events.rule;

import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import com.spokefleet.events.topic.ValueClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event pattern may be deployed on an org's bus, whoever wrote it. Patterns made by
 * {@link OrgRules} always may; this is for patterns read back from a template, which somebody may
 * have changed by hand.
 */
public final class PatternCheck {
  /** What an account allows by default. */
  public static final int MAXIMUM_LENGTH = 2_048;

  private static final Set<String> MEMBERS = Set.of("source", "detail-type", "detail");

  private final OrgBus bus;
  private final List<String> problems = new ArrayList<>();

  private PatternCheck(OrgBus bus) {
    this.bus = bus;
  }

  /**
   * What is wrong with it, as sentences; empty if nothing is.
   *
   * @param pattern maps, lists, texts, numbers and booleans, as any reader of JSON gives them
   */
  public static List<String> problems(OrgBus bus, Map<?, ?> pattern) {
    PatternCheck check = new PatternCheck(bus);
    for (Object member : pattern.keySet()) {
      if (!MEMBERS.contains(String.valueOf(member))) {
        check.tell("Cannot match by " + member + ": only by source, detail-type and detail");
      }
    }
    check.source(pattern.get("source"));
    boolean audits = check.detailTypes(pattern.get("detail-type"));
    Object detail = pattern.get("detail");
    if (detail != null) {
      check.detail("detail", detail);
    }
    if (audits && !excludesPresence(detail)) {
      check.tell("Cannot let presence changes through: exclude them from the audits");
    }
    int length = PatternJson.write(pattern).length();
    if (length > MAXIMUM_LENGTH) {
      check.tell("Cannot be " + length + " characters long: " + MAXIMUM_LENGTH + " are allowed");
    }
    return List.copyOf(check.problems);
  }

  private void tell(String problem) {
    problems.add(problem);
  }

  private void source(@Nullable Object value) {
    List<?> choices = choices("source", value);
    for (Object choice : choices) {
      boolean ofThisOrg =
          choice instanceof Map<?, ?> operator
              ? operator.size() == 1
                  && operator.get("prefix") instanceof String prefix
                  && bus.eventSource().startsWith(prefix)
                  && prefix.startsWith(bus.orgPrefix())
              : bus.eventSource().equals(choice);
      if (!ofThisOrg) {
        tell("Cannot match source " + choice + ": only " + bus.eventSource());
      }
    }
  }

  /** Whether audits are among them. */
  private boolean detailTypes(@Nullable Object value) {
    boolean audits = false;
    for (Object choice : choices("detail-type", value)) {
      if (!(choice instanceof String template)) {
        tell("Cannot match detail-type by " + choice + ": only the exact template of a topic");
        continue;
      }
      audits |= template.equals(TopicCatalogue.AUDITS);
      Optional<Topic> topic = TopicCatalogue.find(template);
      if (topic.isEmpty()) {
        tell("Cannot match detail-type '" + template + "': not in the catalogue of topics");
      } else if (topic.get().value() == ValueClass.NOISE) {
        tell("Cannot match detail-type '" + template + "': it is noise");
      } else if (!OrgRules.isAllowed(topic.get(), bus)) {
        tell("Cannot match detail-type '" + template + "': the org's residency is metrics-only");
      }
    }
    return audits;
  }

  private List<?> choices(String member, @Nullable Object value) {
    if (value instanceof List<?> choices && !choices.isEmpty()) {
      return choices;
    }
    tell("Cannot match any " + member + ": name it");
    return List.of();
  }

  private void detail(String path, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        if (object.isEmpty()) {
          tell("Cannot match an empty " + path);
        }
        object.forEach((name, nested) -> detail(path + "." + name, nested));
      }
      case List<?> choices -> {
        if (choices.isEmpty()) {
          tell("Cannot match an empty " + path);
        }
        choices.forEach(choice -> leaf(path, choice));
      }
      default -> tell("Cannot match " + path + " by " + value + ": it must be in a list");
    }
  }

  private void leaf(String path, @Nullable Object choice) {
    if (choice instanceof Map<?, ?> operator && operator.toString().contains("wildcard")) {
      tell("Cannot match " + path + " by a wildcard");
    } else if (choice instanceof Map<?, ?> operator
        && operator.get("anything-but") instanceof List<?> values
        && values.isEmpty()) {
      tell("Cannot leave out nothing by " + path);
    }
  }

  private static boolean excludesPresence(@Nullable Object detail) {
    return detail instanceof Map<?, ?> members
        && members.get("eventBody") instanceof Map<?, ?> body
        && body.get("entityType") instanceof List<?> choices
        && choices.stream().noneMatch(PatternCheck::admitsPresence);
  }

  private static boolean admitsPresence(@Nullable Object choice) {
    String presence = Exclusion.PRESENCE_AUDITS.values().getFirst();
    if (!(choice instanceof Map<?, ?> operator)) {
      return presence.equals(choice);
    }
    Object exists = operator.get("exists");
    Object butNot = operator.get("anything-but");
    boolean excludes =
        Boolean.FALSE.equals(exists)
            || presence.equals(butNot)
            || (butNot instanceof List<?> values && values.contains(presence));
    return !excludes;
  }
}
