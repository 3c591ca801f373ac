package com.spokefleet.events.flatten;

/** Names as both SIEMs like them: lower case, words joined by {@code _}. */
final class FlatNames {
  private FlatNames() {}

  /** {@code userHomeOrgId} becomes {@code user_home_org_id}; {@code selfURI} {@code self_uri}. */
  static String snake(String name) {
    StringBuilder snake = new StringBuilder(name.length() + 8);
    for (int at = 0; at < name.length(); at++) {
      char next = name.charAt(at);
      if (!Character.isLetterOrDigit(next)) {
        separate(snake);
      } else {
        if (Character.isUpperCase(next) && beginsWord(name, at)) {
          separate(snake);
        }
        snake.append(Character.toLowerCase(next));
      }
    }
    while (!snake.isEmpty() && snake.charAt(snake.length() - 1) == '_') {
      snake.setLength(snake.length() - 1);
    }
    return snake.isEmpty() ? "unnamed" : snake.toString();
  }

  static String join(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "_" + name;
  }

  private static boolean beginsWord(String name, int at) {
    if (at == 0) {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(name.charAt(at - 1));
    boolean beforeSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return !afterCapital || beforeSmall;
  }

  private static void separate(StringBuilder snake) {
    if (!snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
      snake.append('_');
    }
  }
}
