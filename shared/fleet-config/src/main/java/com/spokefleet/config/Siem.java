package com.spokefleet.config;

import java.util.List;

/**
 * What the content of a SIEM has to know of this company.
 *
 * @param privileged what pages the SOC when it is touched, or acts
 * @param paged e-mail addresses that are paged; those told of alarms if none are named
 * @param backendErrors how errors of the backend behind the contact centre are found
 */
public record Siem(
    List<PrivilegedObject> privileged, List<String> paged, BackendErrors backendErrors) {
  public Siem {
    privileged = List.copyOf(privileged);
    paged = List.copyOf(paged);
  }

  /**
   * The same errors in the words of each SIEM.
   *
   * @param splunk an SPL search without a leading command
   * @param datadog a query of Datadog's log search
   */
  public record BackendErrors(String splunk, String datadog) {}
}
