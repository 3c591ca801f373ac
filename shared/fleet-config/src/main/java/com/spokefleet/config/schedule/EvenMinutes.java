package com.spokefleet.config.schedule;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads orgs over minutes: each minute has as many places as its even share, so there are exactly
 * as many places as orgs, and orgs choose in the order of a hash of their id, each the minute it
 * likes best, by a hash, of those with a place left.
 *
 * <p>Any two minutes differ by one org at most. One org more means one more place in one minute, so
 * two differences at most run through the choices that follow: the place, and the minute the org
 * took. Each leaves a minute only when that minute is full with it and without it, and so never
 * comes back to it. Hence of n orgs on m minutes at most 2 · (m − 1) others move when one comes or
 * goes, however many there are; on average far fewer do.
 */
final class EvenMinutes {
  /** Multiples of the golden section leave no large gaps, however many of them there are. */
  private static final double GOLDEN_SECTION = 0.6180339887498949;

  private EvenMinutes() {}

  /**
   * @param ids without duplicates
   * @return the minute of each, from 0, less than {@code minutes}
   */
  static Map<String, Integer> of(Collection<String> ids, int minutes) {
    int[] places = places(ids.size(), minutes);
    List<Chooser> choosers = new ArrayList<>();
    ids.forEach(id -> choosers.add(new Chooser(id, hash(id))));
    choosers.sort(Comparator.comparingLong(Chooser::hash).thenComparing(Chooser::id));
    Map<String, Integer> chosen = new HashMap<>();
    for (Chooser chooser : choosers) {
      int minute = chooser.favourite(places);
      places[minute]--;
      chosen.put(chooser.id(), minute);
    }
    return chosen;
  }

  /** Where the share is no whole number, the places beyond it are spread over the period. */
  private static int[] places(int orgs, int minutes) {
    int[] places = new int[minutes];
    int step = step(minutes);
    for (int place = 1; place <= orgs; place++) {
      places[(int) ((long) place * step % minutes)]++;
    }
    return places;
  }

  /** Without a common divisor with the minutes, so that its multiples meet each of them in turn. */
  private static int step(int minutes) {
    BigInteger all = BigInteger.valueOf(minutes);
    int step = Math.max(1, (int) Math.round(minutes * GOLDEN_SECTION));
    while (!all.gcd(BigInteger.valueOf(step)).equals(BigInteger.ONE)) {
      step++;
    }
    return step;
  }

  private static long hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(digest).longValue();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot plan starts: every Java has SHA-256", e);
    }
  }

  private record Chooser(String id, long hash) {
    int favourite(int[] places) {
      int best = -1;
      for (int minute = 0; minute < places.length; minute++) {
        if (places[minute] > 0 && (best < 0 || liking(minute) > liking(best))) {
          best = minute;
        }
      }
      return best;
    }

    /** Mixed by the finalizer of SplitMix64, so that no two orgs like minutes alike. */
    private long liking(int minute) {
      long mixed = hash + (minute + 1) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      return mixed ^ (mixed >>> 31);
    }
  }
}
