package com.spokefleet.siem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.field.FieldDictionary;
import com.spokefleet.siem.predicate.PredicateParser;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DashboardsTest {
  private static final Chart CHART =
      new Chart.Figure(Series.of("Events", Source.EVENTS, new Measure.Count()));

  @Test
  void rowsAreFull() {
    for (Dashboard dashboard : Dashboards.all()) {
      int filled = 0;
      for (Panel panel : dashboard.panels()) {
        filled += panel.width();
        assertThat(filled)
            .as("row of %s on %s", panel.id(), dashboard.id())
            .isLessThanOrEqualTo(Panel.FULL);
        filled %= Panel.FULL;
      }
      assertThat(filled).as("last row of %s", dashboard.id()).isZero();
    }
  }

  @Test
  void namesAreFitForAnySiem() {
    assertThat(Dashboards.all()).extracting(Dashboard::id).doesNotHaveDuplicates();
    for (Dashboard dashboard : Dashboards.all()) {
      assertThat(dashboard.id()).matches("[a-z_]+");
      assertThat(dashboard.panels()).allMatch(panel -> panel.id().matches("[a-z_]+"));
      assertThat(dashboard.filters()).extracting(Filter::field).doesNotHaveDuplicates();
    }
  }

  @Test
  void predicatesCanBeReadAndFieldsAreKnown() {
    SortedSet<String> fields = new TreeSet<>();
    for (Dashboard dashboard : Dashboards.all()) {
      dashboard.filters().forEach(filter -> fields.add(filter.field()));
      dashboard.panels().forEach(panel -> collect(panel.chart(), fields));
    }
    HangUps.signs().forEach(sign -> condition(sign.when(), fields));
    fields.removeIf(field -> FieldDictionary.find(field).isPresent());
    // Of hang-ups and of the stream's figures: see Source.
    fields.removeAll(List.of("leg", "destination"));

    assertThat(fields).isEmpty();
  }

  private static void collect(Chart chart, SortedSet<String> fields) {
    switch (chart) {
      case Chart.Figure figure -> collect(figure.series(), fields);
      case Chart.Timeline timeline -> timeline.series().forEach(one -> collect(one, fields));
      case Chart.Ranking ranking -> collect(ranking.series(), fields);
      case Chart.Table table -> {
        fields.addAll(table.by());
        table.series().forEach(one -> collect(one, fields));
      }
      case Chart.Listing listing -> {
        fields.addAll(listing.fields());
        condition(listing.when(), fields);
      }
    }
  }

  private static void collect(Series series, SortedSet<String> fields) {
    condition(series.when(), fields);
    series.by().ifPresent(fields::add);
    switch (series.measure()) {
      case Measure.Distinct distinct -> fields.add(distinct.field());
      case Measure.Average average -> fields.add(average.field());
      case Measure.Maximum maximum -> fields.add(maximum.field());
      case Measure.Minimum minimum -> fields.add(minimum.field());
      case Measure.Count count -> {}
      case Measure.Copies copies -> {}
      case Measure.Age age -> {}
      case Measure.Flow flow -> {}
    }
  }

  private static void condition(String when, SortedSet<String> fields) {
    if (!when.isEmpty()) {
      fields.addAll(PredicateParser.parse(when).fields());
    }
  }

  @Test
  void refusesTwoPanelsOfOneName() {
    Panel panel = new Panel("a", "A", "", 6, CHART);
    assertThatThrownBy(() -> new Dashboard("d", "D", "", List.of(), List.of(panel, panel)))
        .hasMessage("Cannot have two panels a on d");
  }

  @Test
  void refusesAPanelWiderThanARow() {
    assertThatThrownBy(() -> new Panel("a", "A", "", 13, CHART)).hasMessageContaining("width 13");
  }
}
