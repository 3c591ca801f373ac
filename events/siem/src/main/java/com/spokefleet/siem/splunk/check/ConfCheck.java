package com.spokefleet.siem.splunk.check;

import java.util.ArrayList;
import java.util.List;

/** Configuration files say what they seem to say. */
final class ConfCheck implements Check {
  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    app.confs()
        .forEach(
            (path, conf) -> conf.problems().forEach(problem -> problems.add(path + " " + problem)));
    String shared =
        app.confs().containsKey("metadata/default.meta")
            ? app.confs().get("metadata/default.meta").setting("savedsearches", "export")
            : "";
    if (!shared.equals("none")) {
      problems.add("metadata/default.meta: saved searches must not be exported to other apps");
    }
    return problems;
  }
}
