package com.spokefleet.testing.org;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** The configuration objects an organisation starts with; immutable. */
public record Directory(
    List<DirectoryEntry> divisions,
    List<DirectoryEntry> queues,
    List<DirectoryEntry> users,
    List<DirectoryEntry> wrapupCodes) {
  private static final int WRAPUP_CODES = 12;
  private static final int LONGEST_NAME = 300;

  /** The objects that follow from the settings' seed. */
  public static Directory of(FakeOrgSettings settings) {
    SplittableRandom random = new SplittableRandom(settings.seed() ^ 0xD12EC70L);
    List<DirectoryEntry> divisions = new ArrayList<>();
    for (String name : List.of("Home", "Région Ouest", "北部事業部")) {
      divisions.add(entry(random, name, "", settings.languages().getFirst()));
    }
    return new Directory(
        List.copyOf(divisions),
        entries(random, settings, settings.queues(), divisions, Directory::queueName),
        entries(random, settings, settings.users(), divisions, Directory::userName),
        entries(random, settings, WRAPUP_CODES, divisions, Directory::wrapupName));
  }

  private interface Naming {
    String name(Language language, int index, SplittableRandom random);
  }

  private static List<DirectoryEntry> entries(
      SplittableRandom random,
      FakeOrgSettings settings,
      int count,
      List<DirectoryEntry> divisions,
      Naming naming) {
    return IntStream.range(0, count)
        .mapToObj(
            index -> {
              Language language = settings.languages().get(index % settings.languages().size());
              String name = naming.name(language, index / settings.languages().size(), random);
              String division = divisions.get(index % divisions.size()).id();
              return entry(random, name, division, language);
            })
        .toList();
  }

  private static DirectoryEntry entry(
      SplittableRandom random, String name, String divisionId, Language language) {
    String id =
        new UUID(
                (random.nextLong() & ~0xf000L) | 0x4000L,
                (random.nextLong() >>> 2) | Long.MIN_VALUE)
            .toString();
    return new DirectoryEntry(id, name, divisionId, language, DirectoryEntry.State.ACTIVE, 1);
  }

  private static String queueName(Language language, int index, SplittableRandom random) {
    String name = language.queueNames().get(index % language.queueNames().size());
    return switch (index) {
      case 0 -> name;
      case 1 -> longest(name + " ☎️🎧-");
      default -> name + " " + index;
    };
  }

  private static String longest(String name) {
    StringBuilder longest = new StringBuilder();
    name.repeat(LONGEST_NAME).codePoints().limit(LONGEST_NAME).forEach(longest::appendCodePoint);
    return longest.toString();
  }

  private static String userName(Language language, int index, SplittableRandom random) {
    return language.givenNames().get(random.nextInt(language.givenNames().size()))
        + " "
        + language.familyNames().get(index % language.familyNames().size())
        + (index < language.familyNames().size() ? "" : " " + index);
  }

  private static String wrapupName(Language language, int index, SplittableRandom random) {
    String name = language.wrapupNames().get(index % language.wrapupNames().size());
    return index < language.wrapupNames().size() ? name : name + " " + index;
  }
}
