package com.spokefleet.siem.splunk.view;

import com.spokefleet.siem.dashboard.Chart;
import com.spokefleet.siem.dashboard.Measure;
import com.spokefleet.siem.dashboard.Series;
import com.spokefleet.siem.dashboard.Source;
import com.spokefleet.siem.splunk.spl.SplText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The search behind a panel. */
final class PanelSearch {
  private final SourceSearch sources;

  PanelSearch(SourceSearch sources) {
    this.sources = sources;
  }

  String of(Chart chart) {
    return switch (chart) {
      case Chart.Figure figure -> from(figure.series()) + "\n| stats " + named(figure.series());
      case Chart.Timeline timeline -> timeline(timeline.series());
      case Chart.Ranking ranking -> ranking(ranking);
      case Chart.Table table -> table(table);
      case Chart.Listing listing ->
          "%s\n| dedup genesys_identity keepempty=true\n| sort %d -_time\n| table _time, %s"
              .formatted(
                  sources.of(listing.source(), listing.when()),
                  listing.most(),
                  String.join(", ", listing.fields()));
    };
  }

  private String from(Series series) {
    return sources.of(series.source(), series.when());
  }

  private static String named(Series series) {
    return measure(series) + " AS " + SplText.quoted(series.name());
  }

  private static String measure(Series series) {
    return MeasureText.of(series.source(), series.measure());
  }

  private String timeline(List<Series> series) {
    Series first = series.getFirst();
    boolean isSplit = series.stream().anyMatch(one -> one.by().isPresent());
    boolean isOneSource =
        series.stream()
            .allMatch(one -> one.source() == first.source() && one.when().equals(first.when()));
    if (series.size() == 1) {
      return from(first)
          + "\n| timechart limit=10 useother=true "
          + named(first)
          + first.by().map(field -> " BY " + field).orElse("");
    }
    if (isOneSource && !isSplit) {
      return from(first)
          + "\n| timechart "
          + series.stream().map(PanelSearch::named).collect(Collectors.joining(", "));
    }
    return onOneAxis(series);
  }

  /** Each counted by the minute, then laid on top of each other: whatever span the chart takes. */
  private String onOneAxis(List<Series> series) {
    StringBuilder text = new StringBuilder();
    for (Series one : series) {
      String counted =
          "%s | eval series=%s | bin _time span=1m | stats %s AS figure BY _time, series"
              .formatted(from(one), one.by().orElse(SplText.quoted(one.name())), summable(one));
      text.append(text.isEmpty() ? counted : "\n| append [search " + counted + "]");
    }
    return text.append("\n| timechart sum(figure) BY series").toString();
  }

  private static String summable(Series series) {
    if (!(series.measure() instanceof Measure.Count)) {
      throw new IllegalArgumentException(
          "Cannot lay %s over others: only counts can be added up".formatted(series.name()));
    }
    return measure(series);
  }

  private String ranking(Chart.Ranking ranking) {
    Series series = ranking.series();
    return "%s\n| stats %s AS figure BY %s\n| sort %d -figure\n| rename figure AS %s"
        .formatted(
            from(series),
            measure(series),
            series.by().orElseThrow(),
            ranking.most(),
            SplText.quoted(series.name()));
  }

  private String table(Chart.Table table) {
    Series first = table.series().getFirst();
    List<String> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    StringBuilder ages = new StringBuilder();
    for (int at = 0; at < table.series().size(); at++) {
      Series series = table.series().get(at);
      if (series.source() != first.source() || !series.when().equals(first.when())) {
        throw new IllegalArgumentException(
            "Cannot put %s beside %s: a table has one source"
                .formatted(series.name(), first.name()));
      }
      String column = "column" + at;
      columns.add(measure(series) + " AS " + column);
      names.add(column + " AS " + SplText.quoted(series.name()));
      if (series.measure() instanceof Measure.Age) {
        ages.append("\n| eval %1$s=now()-%1$s".formatted(column));
      }
    }
    String by = String.join(", ", table.by());
    return "%s\n| stats %s BY %s%s%s\n| sort %d %s\n| rename %s"
        .formatted(
            from(first),
            String.join(", ", columns),
            by,
            isOfAllOrgs(first.source(), table.by()) ? everyOrg(columns.size()) : "",
            ages,
            table.most(),
            by,
            String.join(", ", names));
  }

  private static boolean isOfAllOrgs(Source source, List<String> by) {
    return source == Source.EVENTS && by.equals(List.of("org_name"));
  }

  /** An org that has sent nothing has a row as well: that is what one looks for. */
  private static String everyOrg(int columns) {
    StringBuilder known = new StringBuilder();
    for (int at = 0; at < columns; at++) {
      known.append(at == 0 ? "" : ", ").append("max(column%1$d) AS column%1$d".formatted(at));
    }
    return """

        | append [| inputlookup genesys_orgs | search sends_events="true" | fields org_name]
        | stats %s BY org_name
        | search $where_org_name$"""
        .formatted(known);
  }
}
