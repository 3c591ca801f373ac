package com.spokefleet.genesys.user;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the JSON bodies of users details queries and jobs. */
final class UserDetailsQueryBody {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private UserDetailsQueryBody() {}

  /**
   * @param filterMembers members of a JSON object, without its braces; empty for no filter
   */
  static String query(
      UserDetailsWindow window, String filterMembers, int pageNumber, int pageSize) {
    return """
    {%s,"paging":{"pageSize":%d,"pageNumber":%d}}\
    """
        .formatted(window(window, filterMembers), pageSize, pageNumber);
  }

  static String job(UserDetailsWindow window, String filterMembers) {
    return "{" + window(window, filterMembers) + "}";
  }

  private static String window(UserDetailsWindow window, String filterMembers) {
    return """
    "interval":"%s/%s","order":"%s"%s\
    """
        .formatted(
            INSTANT.format(window.from()),
            INSTANT.format(window.to()),
            window.order().text(),
            filterMembers.isEmpty() ? "" : "," + filterMembers);
  }
}
