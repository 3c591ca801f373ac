package com.spokefleet.siem.splunk.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Searches run now and then, and not all at once. */
final class ScheduleCheck implements Check {
  private static final String FIELD = "(\\*|\\d+(-\\d+)?)(/\\d+)?(,(\\*|\\d+(-\\d+)?)(/\\d+)?)*";
  private static final Pattern CRON = Pattern.compile(FIELD + "( " + FIELD + "){4}");

  /** Of all searches at the same minutes; few may be. */
  private static final double MOST = 0.3;

  private static final int FEW = 4;

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    int scheduled = 0;
    for (Map.Entry<String, Map<String, String>> search :
        app.conf("savedsearches").stanzas().entrySet()) {
      Map<String, String> settings = search.getValue();
      String name = "savedsearches.conf [%s]: ".formatted(search.getKey());
      if (settings.entrySet().stream().anyMatch(ScheduleCheck::isRealTime)) {
        problems.add(name + "no real-time searches");
      }
      if (isOn(settings.getOrDefault("enableSched", "0"))) {
        scheduled++;
        String cron = settings.getOrDefault("cron_schedule", "");
        times.merge(cron, 1, Integer::sum);
        if (!CRON.matcher(cron).matches()) {
          problems.add(name + "\"%s\" is no schedule".formatted(cron));
        } else if (cron.startsWith("* ") || cron.startsWith("*/1 ")) {
          problems.add(name + "not every minute");
        }
      }
    }
    for (Map.Entry<String, Integer> time : times.entrySet()) {
      if (time.getValue() > FEW && time.getValue() > MOST * scheduled) {
        problems.add(
            "savedsearches.conf: %d of %d searches run at \"%s\""
                .formatted(time.getValue(), scheduled, time.getKey()));
      }
    }
    return problems;
  }

  private static boolean isRealTime(Map.Entry<String, String> setting) {
    return setting.getKey().startsWith("dispatch.") && setting.getValue().startsWith("rt");
  }

  private static boolean isOn(String value) {
    return value.equals("1") || value.equalsIgnoreCase("true");
  }
}
