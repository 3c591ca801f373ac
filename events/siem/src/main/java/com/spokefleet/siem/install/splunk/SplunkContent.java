package com.spokefleet.siem.install.splunk;

import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.splunk.conf.ConfReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The knowledge objects that an app's files are, as the REST API knows them. */
public final class SplunkContent {
  static final String DATA = "eai:data";
  static final String ROWS = "rows";

  private static final Pattern CONF = Pattern.compile("default/([a-z_]+)\\.conf");
  private static final Pattern VIEW = Pattern.compile("default/data/ui/views/([^/]+)\\.xml");
  private static final Pattern NAVIGATION = Pattern.compile("default/data/ui/nav/([^/]+)\\.xml");
  private static final Pattern LOOKUP = Pattern.compile("lookups/([^/]+\\.csv)");

  /** What describes the app itself comes with the package and with nothing else. */
  private static final Set<String> OF_THE_PACKAGE = Set.of("app", Manifest.CONF);

  private SplunkContent() {}

  /**
   * The objects in the order in which they are to be made.
   *
   * @param files by path below the app's folder
   */
  public static List<WantedObject> wanted(SortedMap<String, byte[]> files) {
    List<WantedObject> wanted = new ArrayList<>();
    files.forEach(
        (path, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          Matcher conf = CONF.matcher(path);
          Matcher view = VIEW.matcher(path);
          Matcher navigation = NAVIGATION.matcher(path);
          Matcher lookup = LOOKUP.matcher(path);
          if (conf.matches() && !OF_THE_PACKAGE.contains(conf.group(1))) {
            ConfReader.read(text)
                .stanzas()
                .forEach(
                    (stanza, values) ->
                        wanted.add(object(new SplunkKind(conf.group(1)), stanza, values)));
          } else if (view.matches()) {
            wanted.add(object(SplunkKind.VIEWS, view.group(1), Map.of(DATA, text)));
          } else if (navigation.matches()) {
            wanted.add(object(SplunkKind.NAVIGATION, navigation.group(1), Map.of(DATA, text)));
          } else if (lookup.matches()) {
            LookupTable table = LookupTable.ofCsv(text);
            wanted.add(
                new WantedObject(
                    new ObjectKey(SplunkKind.LOOKUPS.name(), lookup.group(1)),
                    lookupFields(table),
                    text));
          }
        });
    wanted.sort(Comparator.comparing(object -> new SplunkKind(object.key().kind())));
    return wanted;
  }

  static SortedMap<String, String> lookupFields(LookupTable table) {
    SortedMap<String, String> fields = new TreeMap<>();
    if (!table.rows().isEmpty()) {
      fields.put(ROWS, table.text());
    }
    return fields;
  }

  private static WantedObject object(SplunkKind kind, String name, Map<String, String> values) {
    SortedMap<String, String> fields = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          String normal = normal(value);
          if (!normal.isEmpty()) {
            fields.put(key, normal);
          }
        });
    return new WantedObject(
        new ObjectKey(kind.name(), name), fields, Form.of(new LinkedHashMap<>(values)));
  }

  /** One text for what Splunk takes for equal: it returns its own form of truth values. */
  static String normal(String value) {
    String bare = value.strip().replace("\r\n", "\n");
    return switch (bare) {
      case "true" -> "1";
      case "false" -> "0";
      default -> bare;
    };
  }
}
