package com.spokefleet.testing.org;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The presences of an organisation: one for each system presence, which all organisations share,
 * and some of its own.
 */
public final class Presences {
  private static final List<Presence> OF_THE_SYSTEM =
      List.of(
          system("6a3af858-942f-489d-9700-5f9bcdcdae9b", "AVAILABLE", "Available", "Verfügbar"),
          system("5e5c5c66-ea97-4e7f-ac41-6424784829f2", "AWAY", "Away", "Abwesend"),
          system("31fe3bac-dea6-44b7-bed7-47f91660a1a0", "BUSY", "Busy", "Beschäftigt"),
          system("ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5", "OFFLINE", "Offline", "Offline"),
          system("e08eaf1b-ee47-4fa9-a231-1200e284798f", "ON_QUEUE", "On Queue", "In Queue"),
          system("3fd96123-badb-4f69-bc03-1b1ccc6d8014", "MEAL", "Meal", "Essen"),
          system("72ff988f-8a51-4ff1-8a01-4a4a3d4a8f9d", "TRAINING", "Training", "Schulung"),
          system("e9d6f2a0-2c7a-4b7a-9a44-5a6d0b3d5d0c", "MEETING", "Meeting", "Besprechung"),
          system("227b37e2-f1d0-4dd0-8f50-badd7cf6d158", "BREAK", "Break", "Pause"));

  private final List<Presence> all;

  private Presences(List<Presence> all) {
    this.all = List.copyOf(all);
  }

  /** The presences that follow from the settings' seed. */
  public static Presences of(FakeOrgSettings settings) {
    SplittableRandom random = new SplittableRandom(settings.seed() ^ 0x9E5E9CEL);
    List<Presence> all = new ArrayList<>(OF_THE_SYSTEM);
    all.add(
        own(
            random,
            "MEAL",
            false,
            Map.of("en_US", "Lunch at desk", "de", "Mittag am Platz", "ja", "席で昼食")));
    all.add(own(random, "BUSY", false, Map.of("en_US", "Writing e-mails")));
    all.add(own(random, "TRAINING", true, Map.of("en_US", "Old coaching", "de", "Altes Coaching")));
    return new Presences(all);
  }

  /** All presences, deactivated ones included. */
  public List<Presence> all() {
    return all;
  }

  /** The ids an agent can choose for a system presence, the system's own first. */
  public List<String> idsOf(String systemPresence) {
    return all.stream()
        .filter(presence -> presence.systemPresence().equals(systemPresence))
        .map(Presence::id)
        .toList();
  }

  private static Presence system(String id, String systemPresence, String english, String german) {
    return new Presence(id, systemPresence, true, false, Map.of("en_US", english, "de", german));
  }

  private static Presence own(
      SplittableRandom random,
      String systemPresence,
      boolean deactivated,
      Map<String, String> labels) {
    String id =
        new UUID(
                (random.nextLong() & ~0xf000L) | 0x4000L,
                (random.nextLong() >>> 2) | Long.MIN_VALUE)
            .toString();
    return new Presence(id, systemPresence, false, deactivated, labels);
  }

  /**
   * One presence definition.
   *
   * @param systemPresence as analytics spells it, such as {@code ON_QUEUE}
   * @param system whether the platform made it
   * @param labels names by locale
   */
  public record Presence(
      String id,
      String systemPresence,
      boolean system,
      boolean deactivated,
      Map<String, String> labels) {}
}
