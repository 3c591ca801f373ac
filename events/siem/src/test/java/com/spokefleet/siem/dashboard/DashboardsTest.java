package com.spokefleet.siem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
