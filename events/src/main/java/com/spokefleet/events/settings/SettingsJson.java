package com.spokefleet.events.settings;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.MalformedJsonException;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings as JSON, without a library: {@code {"destination": {"type", "name", "index"}, "hashKey",
 * "orgs": [{"id", "name", "region", "metricsOnly", "rules": {field: treatment}}]}}.
 */
public final class SettingsJson {
  private static final String SPLUNK = "splunk";
  private static final String DATADOG = "datadog";
  private static final String OCSF = "ocsf";

  private SettingsJson() {}

  public static String write(TransformSettings settings) {
    JsonBytes out = new JsonBytes(512);
    out.ascii("{\"destination\":{\"type\":");
    switch (settings.destination()) {
      case DestinationSettings.Splunk splunk -> {
        out.string(SPLUNK);
        member(out, "name", splunk.name());
        member(out, "index", splunk.index());
      }
      case DestinationSettings.Datadog datadog -> {
        out.string(DATADOG);
        member(out, "name", datadog.name());
      }
      case DestinationSettings.Ocsf ocsf -> {
        out.string(OCSF);
        member(out, "name", ocsf.name());
      }
    }
    out.put('}');
    settings.hashKey().ifPresent(where -> member(out, "hashKey", where));
    out.ascii(",\"orgs\":[");
    boolean first = true;
    for (EventOrg org : settings.orgs()) {
      if (!first) {
        out.put(',');
      }
      first = false;
      org(out, org);
    }
    out.ascii("]}");
    return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote; unknown members are passed over. */
  public static TransformSettings read(String json) {
    try {
      Map<String, String> destination = new HashMap<>();
      List<EventOrg> orgs = new ArrayList<>();
      Map<String, String> texts = new HashMap<>();
      SettingsReader reader = new SettingsReader(json);
      reader.object(
          name -> {
            switch (name) {
              case "destination" -> destination.putAll(reader.texts());
              case "orgs" -> reader.array(() -> orgs.add(org(reader)));
              default -> reader.text().ifPresent(text -> texts.put(name, text));
            }
          });
      return new TransformSettings(
          destination(destination), orgs, Optional.ofNullable(texts.get("hashKey")));
    } catch (MalformedJsonException malformed) {
      throw new InvalidSettingsException(String.valueOf(malformed.getMessage()));
    }
  }

  private static void org(JsonBytes out, EventOrg org) {
    out.ascii("{\"id\":");
    out.string(org.orgId());
    member(out, "name", org.name());
    member(out, "region", org.businessRegion());
    member(out, "metricsOnly", Boolean.toString(org.privacy().metricsOnly()));
    out.ascii(",\"rules\":{");
    boolean first = true;
    for (Map.Entry<String, Treatment> rule : new TreeMap<>(org.privacy().rules()).entrySet()) {
      if (!first) {
        out.put(',');
      }
      first = false;
      out.string(rule.getKey());
      out.put(':');
      out.string(rule.getValue().name().toLowerCase(Locale.ROOT));
    }
    out.ascii("}}");
  }

  private static void member(JsonBytes out, String name, String value) {
    out.put(',');
    out.string(name);
    out.put(':');
    out.string(value);
  }

  private static EventOrg org(SettingsReader reader) throws MalformedJsonException {
    Map<String, String> texts = new HashMap<>();
    Map<String, Treatment> rules = new HashMap<>();
    reader.object(
        name -> {
          if (name.equals("rules")) {
            reader.texts().forEach((field, rule) -> rules.put(field, treatment(rule)));
          } else {
            reader.text().ifPresent(text -> texts.put(name, text));
          }
        });
    return new EventOrg(
        required(texts, "id"),
        required(texts, "name"),
        texts.getOrDefault("region", ""),
        new PrivacyRules(rules, !"false".equals(texts.get("metricsOnly"))));
  }

  private static DestinationSettings destination(Map<String, String> texts) {
    String name = required(texts, "name");
    return switch (required(texts, "type")) {
      case SPLUNK -> new DestinationSettings.Splunk(name, required(texts, "index"));
      case DATADOG -> new DestinationSettings.Datadog(name);
      case OCSF -> new DestinationSettings.Ocsf(name);
      default -> throw new InvalidSettingsException("no type of destination: " + texts.get("type"));
    };
  }

  private static Treatment treatment(String rule) {
    return switch (rule) {
      case "keep" -> Treatment.KEEP;
      case "hash" -> Treatment.HASH;
      case "remove" -> Treatment.REMOVE;
      default -> throw new InvalidSettingsException("no treatment of a field: " + rule);
    };
  }

  private static String required(Map<String, String> texts, String name) {
    String value = texts.get(name);
    if (value == null || value.isEmpty()) {
      throw new InvalidSettingsException("it has no " + name);
    }
    return value;
  }
}
