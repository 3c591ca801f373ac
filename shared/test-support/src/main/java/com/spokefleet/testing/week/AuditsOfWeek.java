package com.spokefleet.testing.week;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Audits, by the habits of each group of an organisation. */
final class AuditsOfWeek {
  private static final String TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";

  /** How often it falls to somebody who does not usually do it. */
  private static final double UNUSUAL = 0.05;

  private final BusyOrg org;

  AuditsOfWeek(BusyOrg org) {
    this.org = org;
  }

  void between(Instant from, Duration length, boolean withBulk, Consumer<WeekEvent> events) {
    Chance chance = new Chance(org.seed(), org.number(), 5, from.getEpochSecond());
    Map<Hours, Double> shares = new EnumMap<>(Hours.class);
    for (Hours hours : Hours.values()) {
      shares.put(hours, hours.share(from, length, org.hoursAhead()));
    }
    for (int number = 0; number < Habits.ALL.size(); number++) {
      Habit habit = Habits.ALL.get(number);
      boolean applies = habit.group() != Group.PARTNER || org.hasPartner();
      if (applies && (withBulk || !habit.isBulk())) {
        double expected =
            habit.aWeek()
                * shares.getOrDefault(habit.hours(), 0.0)
                * (habit.isBulk() ? org.volume() : 1);
        for (int left = chance.times(expected); left > 0; left--) {
          Instant at = from.plusMillis((long) chance.between(0, length.toMillis()));
          times(habit, number, at, chance, events);
        }
      }
    }
  }

  private void times(
      Habit habit, int number, Instant at, Chance chance, Consumer<WeekEvent> events) {
    int person = person(habit, number, chance);
    int first = chance.below(habit.objects());
    boolean isOneObject = habit.more().contains("FAILURE");
    for (int audit = 0; audit < habit.burst(); audit++) {
      int object = isOneObject ? first : (first + audit) % habit.objects();
      events.accept(
          audit(habit, person, object, at.plusSeconds((long) audit * habit.spacing()), chance));
    }
  }

  /** Half of a group do what the other half hardly ever do. */
  private int person(Habit habit, int number, Chance chance) {
    int people = Math.max(1, habit.group().people(org));
    int person = chance.below(people);
    boolean isUnusual = (person + number) % 2 == 1 && people > 1 && habit.group() != Group.AGENT;
    return isUnusual && !chance.happens(UNUSUAL) ? (person + 1) % people : person;
  }

  private WeekEvent audit(Habit habit, int person, int object, Instant at, Chance chance) {
    String id = Long.toHexString(chance.nextLong());
    String entity = org.uuid(habit.entityType() + " " + object);
    FieldsOfEvent fields =
        new FieldsOfEvent(org, TOPIC, at, "e" + id)
            .put("audit_id", id)
            .put("vendor_action", habit.action())
            .put("entity_type", habit.entityType())
            .put("entity_name", habit.entityName().isEmpty() ? "x" : habit.entityName())
            .put("service_name", "Service")
            .put("level", habit.group().level());
    actor(habit, person, at, chance, fields);
    if (!habit.change().isEmpty()) {
      fields.put("new_values", habit.change());
      fields.put("changed_properties", habit.change().substring(0, habit.change().indexOf('=')));
    }
    for (int name = 0; name < habit.more().size(); name += 2) {
      fields.put(habit.more().get(name), habit.more().get(name + 1));
    }
    boolean isSelf = habit.more().contains("self_change");
    fields.put("entity_id", isSelf ? habit.group().id(org, person) : entity);
    return fields.event();
  }

  private void actor(Habit habit, int person, Instant at, Chance chance, FieldsOfEvent fields) {
    Group group = habit.group();
    if (group == Group.PLATFORM) {
      fields.put("actor_type", "system");
      return;
    }
    String id = group.id(org, person);
    fields.put("actor_id", id);
    if (group.isClient()) {
      fields
          .put("client_id", id)
          .put("actor_type", "client")
          .put("src_ip", "198.51.100." + org.number());
      return;
    }
    boolean isOutside = group == Group.PARTNER || group == Group.GENESYS;
    fields.put("user_id", id).put("actor_type", "user");
    fields.put("user_home_org_id", isOutside ? org.uuid("home of " + group) : org.id());
    if (isOutside) {
      fields.put("foreign_actor", "true");
    }
    fields.put("src_ip", address(id, at, chance));
  }

  /** At the office, or at home, where some get another address every week. */
  private String address(String person, Instant at, Chance chance) {
    if (chance.happens(0.6)) {
      return "198.51.100." + (100 + org.number());
    }
    int home = person.hashCode();
    long week = home % 3 == 0 ? at.getEpochSecond() / (7 * 86_400) : 0;
    return "203.0." + Math.floorMod(home, 250) + "." + Math.floorMod(week * 31 + home / 250, 250);
  }
}
