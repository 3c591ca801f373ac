package com.spokefleet.siem.detection;

import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.predicate.PredicateText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The generated part of docs/DETECTIONS.md: an overview, each detection, and the matrix. */
final class DetectionsPage {
  private DetectionsPage() {}

  static String render(List<Detection> catalogue, Watch watch) {
    StringBuilder page = new StringBuilder();
    overview(page, catalogue, watch);
    for (Category category : Category.values()) {
      page.append("\n## ").append(category.title()).append('\n');
      catalogue.stream()
          .filter(detection -> detection.category() == category)
          .forEach(detection -> details(page, detection));
    }
    matrix(page, catalogue, watch);
    return page.toString();
  }

  private static void overview(StringBuilder page, List<Detection> catalogue, Watch watch) {
    long confirmed =
        catalogue.stream().filter(detection -> detection.basis() == Basis.CONFIRMED).count();
    page.append("## Overview\n\n")
        .append(
            "%d detections, %d of them confirmed by a published event, held by %d fixtures.\n\n"
                .formatted(catalogue.size(), confirmed, watch.fixtures().size()))
        .append("| # | Detection | Severity | Basis | Fires on | Purpose |\n")
        .append("|---|---|---|---|---|---|\n");
    int number = 1;
    for (Detection one : catalogue) {
      page.append(
          "| %d | [`%s`](#%s) | %s | %s | %s | %s |\n"
              .formatted(
                  number++,
                  one.id(),
                  one.id(),
                  word(one.severity()),
                  word(one.basis()),
                  trigger(one.trigger()),
                  one.purpose()));
    }
  }

  private static void details(StringBuilder page, Detection detection) {
    page.append("\n### ").append(detection.id()).append("\n\n");
    page.append("**%s.** %s\n\n".formatted(detection.name(), detection.purpose()));
    page.append(
        "* %s, %s; %s, by %s; quiet for %s afterwards\n"
            .formatted(
                word(detection.severity()),
                word(detection.basis()),
                trigger(detection.trigger()),
                names(detection.by()),
                time(detection.quiet())));
    page.append(
        "* Looks at %s with `%s`\n"
            .formatted(
                detection.events() == EventScope.ALL ? "all events" : word(detection.events()),
                PredicateText.of(detection.when())));
    page.append("* *What to do:* ").append(detection.response()).append('\n');
    page.append("* *Source:* ").append(detection.source()).append('\n');
    page.append("* *See:* ").append(String.join("; ", detection.references())).append('\n');
    if (!detection.attack().isEmpty()) {
      page.append("* *ATT&CK:* ").append(String.join(", ", detection.attack())).append('\n');
    }
    page.append("* *Fires on:* ").append(names(detection.fires())).append('\n');
    page.append("* *Not on:* ").append(names(detection.quietOn())).append('\n');
  }

  private static void matrix(StringBuilder page, List<Detection> catalogue, Watch watch) {
    int width =
        watch.fixtures().stream().mapToInt(fixture -> fixture.name().length()).max().orElse(0);
    page.append(
            "\n## Matrix\n\nEvery detection (by its number above) over every fixture; `#` where ")
        .append("it fires, `.` where it does not.\n\n```\n");
    page.append(" ".repeat(width)).append(' ');
    for (int number = 1; number <= catalogue.size(); number++) {
      page.append(number % 10 == 0 ? Integer.toString(number / 10 % 10) : " ");
    }
    page.append('\n').append(" ".repeat(width)).append(' ');
    for (int number = 1; number <= catalogue.size(); number++) {
      page.append(number % 10);
    }
    page.append('\n');
    for (Fixture fixture : watch.fixtures()) {
      Set<String> fired =
          watch.alerts(catalogue, fixture).stream()
              .map(alert -> alert.detection().id())
              .collect(Collectors.toSet());
      page.append(fixture.name()).append(" ".repeat(width - fixture.name().length())).append(' ');
      catalogue.forEach(detection -> page.append(fired.contains(detection.id()) ? '#' : '.'));
      page.append('\n');
    }
    page.append("```\n");
  }

  private static String trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.EachEvent each -> "each event";
      case Trigger.Count count -> "%d in %s".formatted(count.least(), time(count.within()));
      case Trigger.Distinct distinct ->
          "%d different `%s` in %s"
              .formatted(distinct.least(), distinct.field(), time(distinct.within()));
      case Trigger.NewCombination fresh ->
          "new %s, not had for %s, once known for %s"
              .formatted(names(fresh.fields()), time(fresh.baseline()), time(fresh.learning()));
      case Trigger.Silence silence -> "silence of " + time(silence.longest());
    };
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String time(Duration time) {
    if (time.toDaysPart() > 0 && time.equals(Duration.ofDays(time.toDays()))) {
      return time.toDays() == 1 ? "24 h" : time.toDays() + " days";
    }
    return time.equals(Duration.ofHours(time.toHours()))
        ? time.toHours() + " h"
        : time.toMinutes() + " min";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
