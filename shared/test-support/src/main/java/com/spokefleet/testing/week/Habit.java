package com.spokefleet.testing.week;

import java.util.List;

/**
 * Something a group of people does in an ordinary week.
 *
 * @param aWeek how often, in an organisation; of bursts the number of bursts
 * @param burst how many audits each time
 * @param spacing seconds between those of a burst
 * @param objects how many different objects it is done to
 * @param change {@code property=value} that is new, or empty
 * @param more further fields, name and value in turn
 * @param isBulk whether it is so much that a smaller week may have less of it
 */
record Habit(
    Group group,
    String entityType,
    String action,
    double aWeek,
    Hours hours,
    int burst,
    int spacing,
    int objects,
    String entityName,
    String change,
    List<String> more,
    boolean isBulk) {
  static Habit of(Group group, String entityType, String action, double aWeek) {
    Hours hours = group.isClient() || group == Group.PLATFORM ? Hours.ALWAYS : Hours.OFFICE;
    return new Habit(group, entityType, action, aWeek, hours, 1, 0, 40, "", "", List.of(), false);
  }

  Habit at(Hours others) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        others,
        burst,
        spacing,
        objects,
        entityName,
        change,
        more,
        isBulk);
  }

  Habit inBurstsOf(int audits, int seconds) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        audits,
        seconds,
        objects,
        entityName,
        change,
        more,
        isBulk);
  }

  Habit to(int others) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        burst,
        spacing,
        others,
        entityName,
        change,
        more,
        isBulk);
  }

  Habit named(String name) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        burst,
        spacing,
        objects,
        name,
        change,
        more,
        isBulk);
  }

  Habit changing(String newValue) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        burst,
        spacing,
        objects,
        entityName,
        newValue,
        more,
        isBulk);
  }

  Habit with(String... fields) {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        burst,
        spacing,
        objects,
        entityName,
        change,
        List.of(fields),
        isBulk);
  }

  Habit inBulk() {
    return new Habit(
        group,
        entityType,
        action,
        aWeek,
        hours,
        burst,
        spacing,
        objects,
        entityName,
        change,
        more,
        true);
  }
}
