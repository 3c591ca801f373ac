package com.spokefleet.siem.detection;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateException;
import com.spokefleet.siem.predicate.PredicateParser;

/** Reads one file of the catalogue. */
public final class DetectionReader {
  private DetectionReader() {}

  /**
   * @param file what problems call it; the id, with {@code .yaml} behind it
   * @throws InvalidDetectionException if the text is no detection
   */
  public static Detection read(String file, String yaml) {
    DetectionValues values = DetectionValues.read(file, yaml);
    Detection detection =
        new Detection(
            values.text("id"),
            values.text("name"),
            values.choice("category", Category.class),
            values.text("purpose"),
            values.choice("severity", Severity.class),
            values.choice("events", EventScope.class),
            predicate(values),
            trigger(values.section("trigger")),
            values.texts("by"),
            values.span("quiet"),
            values.choice("basis", Basis.class),
            values.text("source"),
            values.text("response"),
            values.texts("references"),
            values.texts("attack"),
            values.texts("fires"),
            values.texts("quiet_on"));
    values.requireNothingElse();
    requireSense(detection, values, file);
    return detection;
  }

  private static void requireSense(Detection detection, DetectionValues values, String file) {
    if (!detection.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw values.problem("id must be lower case words with hyphens");
    }
    if (!file.equals(detection.id() + ".yaml")) {
      throw values.problem("its id is " + detection.id());
    }
    if (!detection.by().contains("org_id")) {
      throw values.problem("by must name org_id: what happens in one org is no part of another's");
    }
    if (detection.trigger() instanceof Trigger.Silence && detection.by().size() > 1) {
      throw values.problem("only an org can be silent: by must be [org_id]");
    }
    detection.attack().stream()
        .filter(technique -> !technique.matches("T\\d{4}(\\.\\d{3})?"))
        .findFirst()
        .ifPresent(
            technique -> {
              throw values.problem(technique + " is no technique of ATT&CK");
            });
  }

  private static Predicate predicate(DetectionValues values) {
    try {
      return PredicateParser.parse(values.text("when"));
    } catch (PredicateException malformed) {
      throw values.problem(String.valueOf(malformed.getMessage()));
    }
  }

  private static Trigger trigger(DetectionValues values) {
    Trigger trigger = triggerOf(values);
    values.requireNothingElse();
    return trigger;
  }

  private static Trigger triggerOf(DetectionValues values) {
    if (values.has("each")) {
      if (!values.text("each").equals("event")) {
        throw values.problem("each can be of event only");
      }
      return new Trigger.EachEvent();
    }
    if (values.has("distinct")) {
      return new Trigger.Distinct(
          values.text("distinct"), values.count("count"), values.span("within"));
    }
    if (values.has("count")) {
      return new Trigger.Count(values.count("count"), values.span("within"));
    }
    if (values.has("new")) {
      return new Trigger.NewCombination(
          values.texts("new"), values.span("baseline"), values.span("learning"));
    }
    if (values.has("silence")) {
      return new Trigger.Silence(values.span("silence"));
    }
    throw values.problem("its trigger must be each, count, distinct, new or silence");
  }
}
