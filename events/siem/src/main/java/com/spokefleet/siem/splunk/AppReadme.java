package com.spokefleet.siem.splunk;

import com.spokefleet.siem.SiemContext;

/** What an administrator reads before installing. */
final class AppReadme {
  private AppReadme() {}

  static String text(SiemContext context) {
    return """
        %s %s
        %s

        Made for the fleet "%s". It holds no code and takes in nothing: events come by the HTTP Event
        Collector, with the source types genesyscloud:eventbridge:*.

        Install
          Splunk Cloud: upload it as a private app. Splunk Enterprise: Apps, Install app from file. In
          a cluster install it on the search heads; TRUNCATE of props.conf is for where the HTTP Event
          Collector listens.
          Its searches write alerts (collect) and remember them (outputlookup): who owns the app needs
          the capabilities for both, which admin and sc_admin have.

        Set
          Four macros hold all settings: genesys_index (all searches; add OR index=... if the Genesys
          Cloud Add-on for Splunk writes its audits elsewhere), genesys_alert_target (where alerts are
          written), genesys_backend_errors (HTTP 500s of your backend) and genesys_cloudwatch (where
          Splunk's Add-on for AWS writes CloudWatch's metrics).
          Addresses to page are those of fleet.yaml; without any the search "Genesys page the SOC" is
          disabled.
          Searches that learn ("Genesys learn ...") fill what is usual night by night. Run each once by
          hand over the time its description names, or expect a week of silence from their detections.

        Know
          Every detection says in its description whether it is confirmed or inferred.
          Audits polled by the Genesys Cloud Add-on for Splunk have the same field names here and count
          once with the streamed ones, by the audit's id. They name no organisation; the home of the
          user stands in for it (org_id_source).
          status=success is assumed where an audit tells none (status_source=default).
          Lookups are part of the app: a new version brings new names and privileged objects.
        """
        .formatted(
            AppIdentity.LABEL, AppIdentity.VERSION, AppIdentity.DESCRIPTION, context.fleet());
  }
}
