package com.spokefleet.siem.splunk.view;

import com.spokefleet.siem.dashboard.Measure;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.dashboard.StreamFigure;
import com.spokefleet.siem.dashboard.StreamFigure.Statistic;
import com.spokefleet.siem.splunk.search.Macros;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures as functions of {@code stats} and {@code timechart}. */
final class MeasureText {
  private MeasureText() {}

  static String of(Source source, Measure measure) {
    return switch (measure) {
      case Measure.Count count ->
          source == Source.BACKEND_ERRORS ? "count" : "dc(genesys_identity)";
      case Measure.Distinct distinct -> "dc(" + distinct.field() + ")";
      case Measure.Average average -> "avg(" + average.field() + ")";
      case Measure.Maximum maximum -> "max(" + maximum.field() + ")";
      case Measure.Minimum minimum -> "min(" + minimum.field() + ")";
      case Measure.Copies copies -> "count";
      // The age is worked out afterwards.
      case Measure.Age age -> "max(_time)";
      case Measure.Flow flow -> flow(flow);
    };
  }

  private static String flow(Measure.Flow flow) {
    boolean isMaximum =
        Stream.concat(flow.added().stream(), flow.subtracted().stream())
            .anyMatch(figure -> figure.statistic() == Statistic.MAXIMUM);
    if (isMaximum) {
      return "max(eval(if(in(figure, %s), value, null())))".formatted(words(flow.added()));
    }
    String subtracted =
        flow.subtracted().isEmpty()
            ? ""
            : "in(figure, %s), 0-value, ".formatted(words(flow.subtracted()));
    return "sum(eval(case(in(figure, %s), value, %strue(), 0)))"
        .formatted(words(flow.added()), subtracted);
  }

  private static String words(List<StreamFigure> figures) {
    return figures.stream()
        .map(figure -> '"' + Macros.word(figure) + '"')
        .collect(Collectors.joining(", "));
  }
}
