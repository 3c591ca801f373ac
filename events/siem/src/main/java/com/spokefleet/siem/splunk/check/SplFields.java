package com.spokefleet.siem.splunk.check;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The fields a search asks for and those it makes, as far as a reader tells who knows only the
 * commands that dashboards and detections use. What stands within expressions of {@code eval} and
 * {@code where} is not looked at.
 *
 * @param used without those in expressions
 * @param made by the search itself
 */
record SplFields(SortedSet<String> used, SortedSet<String> made) {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_.]*";
  private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<(" + NAME + ")>");
  private static final Pattern TEST =
      Pattern.compile("(?<![A-Za-z0-9_.])(" + NAME + ")\\s*(?:!=|>=|<=|=|>|<)");
  private static final Pattern ASSIGNED = Pattern.compile("(?:^eval|,)\\s*(" + NAME + ")\\s*=");
  private static final Pattern AS = Pattern.compile("(?i)\\bAS\\s+(" + NAME + ")");
  private static final Pattern FUNCTION_OF = Pattern.compile("[a-z]+\\((" + NAME + ")\\)");
  private static final Pattern BY = Pattern.compile("(?i)\\bBY\\b(.*)$", Pattern.DOTALL);
  private static final Pattern OUTPUT =
      Pattern.compile("\\bOUTPUT(?:NEW)?\\b(.*)$", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile(NAME + "=\\S+");

  static SplFields of(String search) {
    SplFields fields = new SplFields(new TreeSet<>(), new TreeSet<>());
    GROUP.matcher(search).results().forEach(group -> fields.made.add(group.group(1)));
    String plain = TEXT.matcher(search).replaceAll("\"\"");
    plain = plain.replaceAll("\\$[^$\\s]+\\$", " ").replaceAll("`[^`]*`", " ");
    boolean first = true;
    for (String command : plain.split("[|\\[\\]]")) {
      fields.read(command.strip(), first);
      first = false;
    }
    return fields;
  }

  private void read(String command, boolean isFirst) {
    String name = command.split("\\s", 2)[0];
    String rest = command.substring(name.length());
    switch (name) {
      case "eval" -> ASSIGNED.matcher(command).results().forEach(field -> made.add(field.group(1)));
      case "stats", "timechart", "eventstats", "streamstats", "tstats" -> {
        FUNCTION_OF.matcher(rest).results().forEach(field -> used.add(field.group(1)));
        BY.matcher(rest).results().forEach(by -> names(by.group(1)));
        AS.matcher(rest).results().forEach(as -> made.add(as.group(1)));
      }
      case "table", "fields", "dedup", "sort", "fillnull" -> names(rest);
      case "rename" -> AS.matcher(rest).results().forEach(as -> made.add(as.group(1)));
      case "lookup" -> OUTPUT.matcher(rest).results().forEach(output -> outputs(output.group(1)));
      case "search" -> tests(rest);
      case "where", "rex", "bin", "inputlookup", "outputlookup", "collect", "append", "head" -> {}
      default -> {
        if (isFirst) {
          tests(command);
        }
      }
    }
  }

  private void tests(String conditions) {
    TEST.matcher(conditions).results().forEach(test -> used.add(test.group(1)));
  }

  private void names(String list) {
    Arrays.stream(OPTION.matcher(list).replaceAll(" ").split("[\\s,+-]+"))
        .filter(name -> name.matches(NAME))
        .forEach(used::add);
  }

  private void outputs(String list) {
    for (String output : list.split(",")) {
      String[] words = output.strip().split("\\s+");
      made.add(words[words.length - 1]);
    }
  }
}
