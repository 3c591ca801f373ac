package com.spokefleet.siem.install;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboards;
import com.spokefleet.siem.datadog.DatadogPack;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.install.datadog.DatadogInstallation;
import com.spokefleet.siem.install.splunk.Manifest;
import com.spokefleet.siem.install.splunk.SplunkContent;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.siem.splunk.AppPackage;
import com.spokefleet.siem.splunk.SplunkApp;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a fleet's SIEMs are given: the same for the same fleet, to the byte.
 *
 * @param splunk the app's files by path below its folder, with the manifest of what is ours
 */
public record SiemContent(SortedMap<String, byte[]> splunk, DatadogPack datadog) {
  public static SiemContent of(SiemContext context) {
    List<Detection> detections = DetectionCatalogue.all();
    SortedMap<String, byte[]> splunk = new TreeMap<>(SplunkApp.of(context, detections));
    splunk.put("default/" + Manifest.CONF + ".conf", Manifest.conf(SplunkContent.wanted(splunk)));
    splunk.put("README/" + Manifest.CONF + ".conf.spec", Manifest.spec());
    return new SiemContent(splunk, DatadogPack.of(context, detections, Dashboards.all()));
  }

  public List<WantedObject> wantedInSplunk() {
    return SplunkContent.wanted(splunk);
  }

  /**
   * @param cloudSiem whether the account has detection rules; without them monitors stand in
   */
  public List<WantedObject> wantedInDatadog(boolean cloudSiem) {
    return DatadogInstallation.wanted(
        cloudSiem ? datadog.withCloudSiem() : datadog.withoutCloudSiem());
  }

  /** The files of an export by path: the app's package and tree, and Datadog's pack. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("splunk/" + AppPackage.fileName(), AppPackage.of(splunk));
    splunk.forEach(
        (path, bytes) -> files.put("splunk/%s/%s".formatted(AppIdentity.ID, path), bytes));
    datadog.files().forEach((path, bytes) -> files.put("datadog/" + path, bytes));
    return files;
  }
}
