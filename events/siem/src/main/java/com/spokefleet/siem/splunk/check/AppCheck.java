package com.spokefleet.siem.splunk.check;

import com.spokefleet.siem.field.FieldDictionary;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What Splunk's own inspection of apps would refuse as far as it is known, and what Splunk would
 * take without a word and do nothing with: a macro that is not there, a token that is never set, a
 * field that no event has. Also for an app that a company has changed.
 */
public final class AppCheck {
  private final List<Check> checks;

  /**
   * @param knownField whether events have a field of that name
   */
  public AppCheck(Predicate<String> knownField) {
    this.checks =
        List.of(
            new FileCheck(),
            new ConfCheck(),
            new IdentityCheck(),
            new IconCheck(),
            new ScheduleCheck(),
            new ReferenceCheck(),
            new ViewCheck(),
            new FieldCheck(knownField));
  }

  /** With the fields of the dictionary. */
  public static AppCheck ofKnownFields() {
    return new AppCheck(name -> FieldDictionary.findInSplunk(name).isPresent());
  }

  /**
   * Everything that is wrong, each with the place; empty if nothing is.
   *
   * @param files of the app by path within its folder
   */
  public List<String> problems(SortedMap<String, byte[]> files) {
    AppFiles app = new AppFiles(files);
    return checks.stream().flatMap(check -> check.problems(app).stream()).toList();
  }
}
