package com.spokefleet.testing.org;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Texts that stand in all personal data of an organisation's customers and nowhere else, so that a
 * scan for leaks has something to look for: a surname, a block of phone numbers and the tail of
 * pseudonymous ids.
 */
public record PiiMarkers(String word, String digits, String idTail) {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  public static PiiMarkers of(long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x9117L);
    StringBuilder word = new StringBuilder("Q");
    for (int syllable = 0; syllable < 4; syllable++) {
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
    }
    return new PiiMarkers(
        word.append("x").toString(),
        Integer.toString(random.nextInt(71_000_000, 79_999_999)),
        "ca11e2" + Integer.toHexString(random.nextInt(0x100000, 0xffffff)));
  }

  /** A person drawn anew; alike draws give alike people. */
  public Customer customer(RandomGenerator random, List<Language> languages) {
    Language language = languages.get(random.nextInt(languages.size()));
    int number = random.nextInt(10_000);
    String givenName = language.givenNames().get(number % language.givenNames().size());
    String familyName = language.familyNames().get((number >> 4) % language.familyNames().size());
    String padded = Integer.toString(10_000 + number).substring(1);
    return new Customer(
        givenName + " " + familyName + " " + word,
        "+49" + digits + padded,
        word.toLowerCase(Locale.ROOT) + number + "@customer.example",
        word.toLowerCase(Locale.ROOT) + "-visitor-" + number,
        "90000000-0000-4000-8000-" + idTail,
        "9" + padded + "000-0000-4000-8000-" + idTail,
        language);
  }

  /** What a leak scan looks for, without regard to case. */
  public List<String> all() {
    return List.of(word, digits, idTail);
  }
}
