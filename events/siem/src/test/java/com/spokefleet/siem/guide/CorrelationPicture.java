package com.spokefleet.siem.guide;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Hang-ups by leg, in columns on top of each other, and a line of the backend's errors. */
final class CorrelationPicture {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS =
      (int) (Duration.between(BackendIncident.BEGIN, BackendIncident.END).dividedBy(STEP));
  private static final int LEFT = 56;
  private static final int TOP = 60;
  private static final int COLUMN = 22;
  private static final int HEIGHT = 240;
  private static final String INK = "#333333";
  private static final String ERRORS = "#c0392b";

  private CorrelationPicture() {}

  static String of(List<BackendIncident.HangUp> hangUps, List<Instant> errors) {
    int right = LEFT + STEPS * COLUMN;
    Svg svg = new Svg(right + 60, TOP + HEIGHT + 60, "Hang-ups by leg over HTTP 500s");
    svg.heading(
        LEFT, 24, "Hang-ups by leg over HTTP 500s of the backend, 5 minutes a column (UTC)");
    legend(svg);
    int[][] counts = new int[Leg.values().length][STEPS];
    hangUps.forEach(hangUp -> counts[hangUp.leg().ordinal()][step(hangUp.at())]++);
    int[] failures = new int[STEPS];
    errors.forEach(at -> failures[step(at)]++);
    int most = 10;
    int mostFailures = 10;
    for (int step = 0; step < STEPS; step++) {
      int sum = 0;
      for (int[] leg : counts) {
        sum += leg[step];
      }
      most = Math.max(most, sum);
      mostFailures = Math.max(mostFailures, failures[step]);
    }
    columns(svg, counts, most);
    StringBuilder line = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      line.append(LEFT + step * COLUMN + COLUMN / 2).append(',');
      line.append(TOP + HEIGHT - failures[step] * HEIGHT / mostFailures).append(' ');
    }
    svg.polyline(line.toString(), ERRORS);
    axes(svg, right, most, mostFailures);
    return svg.toString();
  }

  private static void legend(Svg svg) {
    int x = LEFT;
    for (Leg leg : Leg.values()) {
      svg.rectangle(x, 34, 12, 12, colour(leg));
      svg.words(x + 18, 45, "start", INK, "hung up: " + leg.text());
      x += 130;
    }
    svg.rectangle(x, 39, 12, 3, ERRORS);
    svg.words(x + 18, 45, "start", INK, "HTTP 500s (right scale)");
  }

  private static void columns(Svg svg, int[][] counts, int most) {
    for (int step = 0; step < STEPS; step++) {
      int from = TOP + HEIGHT;
      for (Leg leg : Leg.values()) {
        int height = counts[leg.ordinal()][step] * HEIGHT / most;
        from -= height;
        svg.rectangle(LEFT + step * COLUMN + 2, from, COLUMN - 4, height, colour(leg));
      }
    }
  }

  private static void axes(Svg svg, int right, int most, int mostFailures) {
    int bottom = TOP + HEIGHT;
    svg.line(LEFT, bottom, right, bottom, INK);
    svg.line(LEFT, TOP, LEFT, bottom, INK);
    svg.line(right, TOP, right, bottom, ERRORS);
    svg.words(LEFT - 6, TOP + 8, "end", INK, String.valueOf(most));
    svg.words(LEFT - 6, bottom, "end", INK, "0");
    svg.words(right + 6, TOP + 8, "start", ERRORS, String.valueOf(mostFailures));
    svg.words(right + 6, bottom, "start", ERRORS, "0");
    for (int step = 0; step <= STEPS; step += 6) {
      Instant at = BackendIncident.BEGIN.plus(STEP.multipliedBy(step));
      svg.words(
          LEFT + step * COLUMN,
          bottom + 20,
          "middle",
          INK,
          at.atOffset(ZoneOffset.UTC).toLocalTime().toString());
    }
  }

  private static int step(Instant at) {
    return (int) Duration.between(BackendIncident.BEGIN, at).dividedBy(STEP);
  }

  private static String colour(Leg leg) {
    return switch (leg) {
      case IVR -> "#e08e45";
      case QUEUE -> "#8e7cc3";
      case AGENT -> "#b7c9d3";
    };
  }
}
