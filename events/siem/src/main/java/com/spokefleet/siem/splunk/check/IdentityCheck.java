package com.spokefleet.siem.splunk.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.siem.splunk.conf.ConfReader.Conf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Everything that names the app or its version says the same. */
final class IdentityCheck implements Check {
  private static final Pattern SEMANTIC =
      Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?");

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(app.text("app.manifest"));
    } catch (JsonProcessingException malformed) {
      return List.of("app.manifest: it is no JSON");
    }
    Conf conf = app.conf("app");
    String id = AppIdentity.ID;
    same(problems, "app.conf [package] id", conf.setting("package", "id"), id);
    same(problems, "app.conf [id] name", conf.setting("id", "name"), id);
    same(problems, "app.manifest name", manifest.at("/info/id/name").asText(), id);
    String version = conf.setting("id", "version");
    if (!SEMANTIC.matcher(version).matches()) {
      problems.add("app.conf [id] version: \"%s\" is no semantic version".formatted(version));
    }
    same(problems, "app.conf [launcher] version", conf.setting("launcher", "version"), version);
    same(problems, "app.manifest version", manifest.at("/info/id/version").asText(), version);
    return problems;
  }

  private static void same(List<String> problems, String place, String found, String wanted) {
    if (!found.equals(wanted)) {
      problems.add("%s: it is \"%s\", not \"%s\"".formatted(place, found, wanted));
    }
  }
}
