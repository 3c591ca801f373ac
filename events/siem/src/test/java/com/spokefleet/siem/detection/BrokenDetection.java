package com.spokefleet.siem.detection;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.predicate.PredicateText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A detection with one thing wrong: what its fixtures have to notice. */
final class BrokenDetection {
  private BrokenDetection() {}

  /** By what is wrong with them. */
  static Map<String, Detection> variantsOf(Detection detection) {
    Map<String, Detection> broken = new LinkedHashMap<>();
    broken.put("never holds", when(detection, PredicateParser.parse("topic = none")));
    if (!(detection.trigger() instanceof Trigger.Silence)) {
      broken.put("always holds", when(detection, PredicateParser.parse("topic exists")));
    }
    if (detection.when() instanceof Predicate.All all) {
      for (int part = 0; part < all.parts().size(); part++) {
        List<Predicate> rest = new ArrayList<>(all.parts());
        Predicate left = rest.remove(part);
        if (left instanceof Predicate.Exists exists && detection.by().contains(exists.field())) {
          // The evaluator knows by itself that nobody has no habits; not every SIEM does.
          continue;
        }
        broken.put("without " + PredicateText.of(left), when(detection, and(rest)));
      }
    }
    triggers(detection.trigger())
        .forEach(
            (what, trigger) ->
                broken.put(what, with(detection, detection.when(), trigger, detection.by())));
    boolean counts =
        detection.trigger() instanceof Trigger.Count
            || detection.trigger() instanceof Trigger.Distinct;
    if (counts && detection.by().size() > 1) {
      broken.put(
          "one group for all",
          with(detection, detection.when(), detection.trigger(), List.of("org_id")));
    }
    return broken;
  }

  private static Predicate and(List<Predicate> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
  }

  private static Map<String, Trigger> triggers(Trigger trigger) {
    Map<String, Trigger> broken = new LinkedHashMap<>();
    switch (trigger) {
      case Trigger.EachEvent each -> {}
      case Trigger.Count count -> {
        broken.put("one less", new Trigger.Count(count.least() - 1, count.within()));
        broken.put("one more", new Trigger.Count(count.least() + 1, count.within()));
        broken.put("twice as long", new Trigger.Count(count.least(), twice(count.within())));
      }
      case Trigger.Distinct one -> {
        broken.put("one less", new Trigger.Distinct(one.field(), one.least() - 1, one.within()));
        broken.put("one more", new Trigger.Distinct(one.field(), one.least() + 1, one.within()));
        broken.put(
            "twice as long", new Trigger.Distinct(one.field(), one.least(), twice(one.within())));
        broken.put("counts events", new Trigger.Count(one.least(), one.within()));
      }
      case Trigger.NewCombination fresh -> {
        broken.put(
            "learns nothing",
            new Trigger.NewCombination(fresh.fields(), fresh.baseline(), Duration.ofMinutes(1)));
        broken.put(
            "forgets at once",
            new Trigger.NewCombination(fresh.fields(), Duration.ofMinutes(1), fresh.learning()));
        broken.put("each event", new Trigger.EachEvent());
      }
      case Trigger.Silence silence -> {
        broken.put("soon", new Trigger.Silence(silence.longest().dividedBy(2)));
        broken.put("late", new Trigger.Silence(twice(silence.longest())));
      }
    }
    return broken;
  }

  private static Duration twice(Duration duration) {
    return duration.multipliedBy(2);
  }

  private static Detection when(Detection detection, Predicate when) {
    return with(detection, when, detection.trigger(), detection.by());
  }

  private static Detection with(
      Detection detection, Predicate when, Trigger trigger, List<String> by) {
    return new Detection(
        detection.id(),
        detection.name(),
        detection.category(),
        detection.purpose(),
        detection.severity(),
        detection.events(),
        when,
        trigger,
        by,
        detection.quiet(),
        detection.basis(),
        detection.source(),
        detection.response(),
        detection.references(),
        detection.attack(),
        detection.fires(),
        detection.quietOn());
  }
}
