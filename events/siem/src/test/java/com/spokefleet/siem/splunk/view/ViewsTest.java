package com.spokefleet.siem.splunk.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.dashboard.Chart;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Dashboards;
import com.spokefleet.siem.dashboard.Measure;
import com.spokefleet.siem.dashboard.Panel;
import com.spokefleet.siem.dashboard.Series;
import com.spokefleet.siem.dashboard.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final PanelSearch PLAIN = new PanelSearch(new SourceSearch(List.of()));

  @Test
  void hangUpsAndErrorsShareOneAxisOfTime() {
    assertThat(query("abandonment_correlation", "correlation"))
        .isEqualTo(
            """
            `genesys_hang_ups` | search $where_org_name$ $where_leg$ $where_media_type$ \
            $where_queue_id$ | eval series=leg | bin _time span=1m \
            | stats dc(genesys_identity) AS figure BY _time, series
            | append [search `genesys_backend_errors` | eval series="HTTP 500s" \
            | bin _time span=1m | stats count AS figure BY _time, series]
            | timechart sum(figure) BY series""");
    assertThat(Views.form(dashboard("abandonment_correlation")))
        .contains(
            "<option name=\"charting.chart.overlayFields\">&quot;HTTP 500s&quot;</option>",
            "<option name=\"charting.axisY2.enabled\">1</option>");
  }

  @Test
  void changesAreListedWithOldAndNewValues() {
    assertThat(query("audit_overview", "all_changes"))
        .contains("| dedup genesys_identity keepempty=true\n| sort 200 -_time\n| table _time,")
        .contains("old_values, new_values");
  }

  @Test
  void theAccountAddsAndSubtractsFigures() {
    assertThat(query("fleet_health", "account"))
        .contains(
            "sum(eval(case(in(figure, \"transformed\"), value, in(figure, \"delivered\"),"
                + " 0-value, true(), 0))) AS column4")
        .contains("max(eval(if(in(figure, \"oldest_undelivered_seconds\"), value, null())))")
        .contains("BY org_name, destination");
  }

  @Test
  void anOrgThatIsSilentHasARow() {
    assertThat(query("fleet_health", "held"))
        .contains("| append [| inputlookup genesys_orgs", "| eval column2=now()-column2");
  }

  @Test
  void refusesWhatCannotBeAddedUp() {
    Chart chart =
        new Chart.Timeline(
            Chart.Drawing.LINES,
            List.of(
                Series.of("Load", Source.EDGES, new Measure.Average("cpu_load_percent")),
                Series.of("Changes", Source.AUDITS, new Measure.Count())));

    assertThatThrownBy(() -> PLAIN.of(chart)).hasMessageContaining("only counts can be added up");
  }

  @Test
  void aDollarIsNoToken() {
    Chart chart =
        new Chart.Listing(Source.AUDITS, "entity_name = \"$where$\"", List.of("org_name"), 1);

    assertThat(PLAIN.of(chart)).contains("entity_name=\"$$where$$\"");
  }

  private static String query(String dashboard, String id) {
    Dashboard shown = dashboard(dashboard);
    Panel panel =
        shown.panels().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return new PanelSearch(new SourceSearch(shown.filters())).of(panel.chart());
  }

  private static Dashboard dashboard(String id) {
    return Dashboards.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
