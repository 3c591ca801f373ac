package com.spokefleet.ingest;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.audit.AuditDownload;
import com.spokefleet.genesys.audit.AuditQueries;
import com.spokefleet.genesys.edge.EdgesApi;
import com.spokefleet.genesys.http.DownloadHosts;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.SignedDownload;
import com.spokefleet.ingest.audit.AuditPlan;
import com.spokefleet.ingest.audit.AuditsDataset;
import com.spokefleet.ingest.edge.EdgeMetricsDataset;
import com.spokefleet.ingest.edge.EdgeStreams;
import java.util.List;
import java.util.Optional;

/** The part of the wiring for what a spoke's {@code polls} lists. */
final class PolledDatasets {
  private PolledDatasets() {}

  static List<Dataset> of(OrgParts org, HttpRuntime runtime, Optional<EdgeStreams> streams) {
    return org.spoke().polls().stream().map(poll -> dataset(poll, org, runtime, streams)).toList();
  }

  private static Dataset dataset(
      Poll poll, OrgParts org, HttpRuntime runtime, Optional<EdgeStreams> streams) {
    return switch (poll) {
      case AUDITS -> audits(org, runtime);
      case EDGE_METRICS ->
          new EdgeMetricsDataset(org, new EdgesApi(org.http(), org.spoke().name()), streams);
    };
  }

  private static Dataset audits(OrgParts org, HttpRuntime runtime) {
    Spoke spoke = org.spoke();
    AuditDownload download =
        new AuditDownload(
            new DownloadHosts(spoke.endpoints().api()),
            new SignedDownload(HttpSettings.defaults(), runtime),
            org.scratch());
    return new AuditsDataset(
        org,
        new AuditQueries(org.http(), download, spoke.name()),
        AuditPlan.standard(spoke.schedule().historyDays()));
  }
}
