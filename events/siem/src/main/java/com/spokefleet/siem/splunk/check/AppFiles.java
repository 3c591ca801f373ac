package com.spokefleet.siem.splunk.check;

import com.spokefleet.siem.splunk.conf.ConfReader;
import com.spokefleet.siem.splunk.conf.ConfReader.Conf;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of an app, read. */
final class AppFiles {
  static final String VIEWS = "default/data/ui/views/";

  /** A company's own search, which may use what it has elsewhere. */
  static final String BACKEND = "macros.conf [genesys_backend_errors]";

  static final String NAVIGATION = "default/data/ui/nav/default.xml";

  private final SortedMap<String, byte[]> files;

  AppFiles(SortedMap<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  SortedMap<String, byte[]> all() {
    return files;
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /** Empty if it is not there. */
  String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  /** A file of {@code default/}, without settings if it is not there. */
  Conf conf(String name) {
    return ConfReader.read(text("default/" + name + ".conf"));
  }

  /** Configuration files by path, that of permissions included. */
  SortedMap<String, Conf> confs() {
    SortedMap<String, Conf> confs = new TreeMap<>();
    for (String path : files.keySet()) {
      if (path.endsWith(".conf") || path.endsWith(".meta")) {
        confs.put(path, ConfReader.read(text(path)));
      }
    }
    return confs;
  }

  /** Pages by name. */
  SortedMap<String, View> views() {
    SortedMap<String, View> views = new TreeMap<>();
    for (String path : files.keySet()) {
      if (path.startsWith(VIEWS)) {
        views.put(
            path.substring(VIEWS.length(), path.length() - ".xml".length()), View.of(text(path)));
      }
    }
    return views;
  }

  /** Everything Splunk would search for, by where it stands. */
  SortedMap<String, String> searches() {
    SortedMap<String, String> searches = new TreeMap<>();
    collect(searches, "savedsearches", "search");
    collect(searches, "macros", "definition");
    collect(searches, "eventtypes", "search");
    views()
        .forEach(
            (name, view) -> {
              int number = 0;
              for (String query : view.queries()) {
                searches.put("view %s, search %d".formatted(name, ++number), query);
              }
            });
    return searches;
  }

  private void collect(SortedMap<String, String> searches, String file, String key) {
    for (Map.Entry<String, Map<String, String>> stanza : conf(file).stanzas().entrySet()) {
      String search = stanza.getValue().getOrDefault(key, "");
      if (!search.isEmpty()) {
        searches.put("%s.conf [%s]".formatted(file, stanza.getKey()), search);
      }
    }
  }
}
