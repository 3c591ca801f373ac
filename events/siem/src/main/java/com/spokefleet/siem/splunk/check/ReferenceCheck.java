package com.spokefleet.siem.splunk.check;

import com.spokefleet.siem.splunk.conf.ConfReader.Conf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file names is there: macros, lookups, collections, event types. */
final class ReferenceCheck implements Check {
  private static final Pattern MACRO = Pattern.compile("`([^`(]+)(?:\\(([^`]*)\\))?`");
  private static final Pattern LOOKUP =
      Pattern.compile("\\b(?:input|output)?lookup\\s+((?:[a-z_]+=\\S+\\s+)*)([A-Za-z0-9_]+)");
  private static final Pattern EVENT_TYPE = Pattern.compile("\\beventtype=\"?([A-Za-z0-9_]+)");

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    Set<String> macros = app.conf("macros").stanzas().keySet();
    Set<String> lookups = app.conf("transforms").stanzas().keySet();
    Set<String> eventTypes = app.conf("eventtypes").stanzas().keySet();
    Map<String, String> searches = app.searches();
    searches.remove(AppFiles.BACKEND);
    searches.forEach(
        (place, search) -> {
          MACRO
              .matcher(search)
              .results()
              .map(call -> name(call.group(1), call.group(2)))
              .filter(name -> !macros.contains(name))
              .forEach(name -> problems.add(place + ": there is no macro " + name));
          // What stands in quotes is a text.
          LOOKUP
              .matcher(search.replaceAll("\"[^\"]*\"", "\"\""))
              .results()
              .filter(use -> !lookups.contains(use.group(2)))
              .forEach(use -> problems.add(place + ": there is no lookup " + use.group(2)));
          EVENT_TYPE
              .matcher(search)
              .results()
              .filter(use -> !eventTypes.contains(use.group(1)))
              .forEach(use -> problems.add(place + ": no event type " + use.group(1)));
        });
    automaticLookups(app.conf("props"), lookups, problems);
    files(app, problems);
    for (String stanza : app.conf("tags").stanzas().keySet()) {
      if (stanza.startsWith("eventtype=") && !eventTypes.contains(stanza.substring(10))) {
        problems.add("tags.conf [%s]: there is no such event type".formatted(stanza));
      }
    }
    return problems;
  }

  private static String name(String name, String arguments) {
    return arguments == null ? name : name + "(" + arguments.split(",").length + ")";
  }

  private static void automaticLookups(Conf props, Set<String> lookups, List<String> problems) {
    props
        .stanzas()
        .forEach(
            (stanza, settings) ->
                settings.forEach(
                    (key, value) -> {
                      String lookup = value.split(" ")[0];
                      if (key.startsWith("LOOKUP-") && !lookups.contains(lookup)) {
                        problems.add(
                            "props.conf [%s]: there is no lookup %s".formatted(stanza, lookup));
                      }
                    }));
  }

  private static void files(AppFiles app, List<String> problems) {
    for (Map.Entry<String, Map<String, String>> lookup :
        app.conf("transforms").stanzas().entrySet()) {
      String file = lookup.getValue().getOrDefault("filename", "");
      String collection = lookup.getValue().getOrDefault("collection", "");
      if (!file.isEmpty() && !app.has("lookups/" + file)) {
        problems.add("transforms.conf [%s]: no file %s".formatted(lookup.getKey(), file));
      }
      if (!collection.isEmpty() && !app.conf("collections").stanzas().containsKey(collection)) {
        problems.add(
            "transforms.conf [%s]: no collection %s".formatted(lookup.getKey(), collection));
      }
    }
  }
}
