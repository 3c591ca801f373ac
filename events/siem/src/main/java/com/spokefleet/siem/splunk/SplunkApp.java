package com.spokefleet.siem.splunk;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboard;
import com.spokefleet.siem.dashboard.Dashboards;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.splunk.search.DetectionLookup;
import com.spokefleet.siem.splunk.search.Macros;
import com.spokefleet.siem.splunk.search.SavedSearches;
import com.spokefleet.siem.splunk.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The app as files, by their path within its folder. It holds no code and takes in nothing: events
 * come by the HTTP Event Collector. The same fleet and catalogue make the same bytes.
 */
public final class SplunkApp {
  private SplunkApp() {}

  public static SortedMap<String, byte[]> of(SiemContext context, List<Detection> detections) {
    List<Dashboard> dashboards = Dashboards.all();
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("README.txt", bytes(AppReadme.text(context)));
    files.put("app.manifest", AppManifest.file());
    files.put("default/app.conf", AppConf.app());
    files.put("default/collections.conf", LookupConf.collections());
    files.put("default/eventtypes.conf", FieldConf.eventTypes());
    files.put("default/fields.conf", FieldConf.fields());
    files.put("default/macros.conf", Macros.file(context));
    files.put("default/props.conf", FieldConf.props());
    files.put("default/savedsearches.conf", SavedSearches.file(context, detections));
    files.put("default/tags.conf", FieldConf.tags());
    files.put("default/transforms.conf", LookupConf.transforms());
    files.put("default/data/ui/nav/default.xml", bytes(Views.navigation(dashboards)));
    for (Dashboard dashboard : dashboards) {
      files.put(
          "default/data/ui/views/%s.xml".formatted(Views.name(dashboard)),
          bytes(Views.form(dashboard)));
    }
    files.put("lookups/genesys_detections.csv", bytes(DetectionLookup.csv(detections)));
    files.put("lookups/genesys_orgs.csv", bytes(context.lookups().orgsCsv()));
    files.put("lookups/genesys_privileged.csv", bytes(context.lookups().privilegedCsv()));
    files.put("lookups/genesys_users.csv", bytes(context.lookups().usersCsv()));
    files.put("metadata/default.meta", AppConf.permissions());
    files.put("static/appIcon.png", AppIcon.png(36, false));
    files.put("static/appIcon_2x.png", AppIcon.png(72, false));
    files.put("static/appIconAlt.png", AppIcon.png(36, true));
    files.put("static/appIconAlt_2x.png", AppIcon.png(72, true));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
