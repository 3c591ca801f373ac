package com.spokefleet.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a spoke's filter adds to the body of every query of one dataset.
 *
 * @param members members of a JSON object without its braces, such as {@code "segmentFilters":[…]}:
 *     compact, in one fixed order of keys; empty where nothing is filtered
 * @param hash identifies the filter: the first 16 hexadecimal digits of the SHA-256 of the members,
 *     so that the same filter written otherwise has the same hash; {@code none} where nothing is
 *     filtered
 */
public record QueryFilter(String members, String hash) {
  /** Admits everything. */
  public static final QueryFilter NONE = of("");

  private static final int HASH_DIGITS = 16;

  public QueryFilter {
    if (!hash.equals(hashOf(members))) {
      throw new IllegalArgumentException("Cannot use hash " + hash + " for another filter");
    }
  }

  /** The filter of these members, which are taken as they are. */
  public static QueryFilter of(String members) {
    return new QueryFilter(members, hashOf(members));
  }

  public boolean isNone() {
    return members.isEmpty();
  }

  /**
   * The members with one more filter, which must hold beside the others: the API wants all filters
   * of a list to hold.
   *
   * @param list name of the list, such as {@code conversationFilters}
   * @param filter a filter as JSON
   */
  public String membersWith(String list, String filter) {
    // A quotation mark within a value is escaped, so this can be nothing but the list's beginning.
    String beginning = "\"" + list + "\":[";
    int found = members.indexOf(beginning);
    if (found < 0) {
      return beginning + filter + "]" + (members.isEmpty() ? "" : "," + members);
    }
    int at = found + beginning.length();
    return members.substring(0, at) + filter + "," + members.substring(at);
  }

  private static String hashOf(String members) {
    if (members.isEmpty()) {
      return "none";
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash a filter: every Java has SHA-256", e);
    }
  }
}
