package com.spokefleet.siem.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a predicate, one after another. */
final class PredicateTokens {
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|[A-Za-z0-9_.:*@/-]+|>=|<=|[=<>(),]");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:*@/-]+");

  /**
   * @param quoted whether it stood in quotes, which are not part of its text
   */
  record Token(String text, boolean quoted, int at) {}

  private final String text;
  private final List<Token> tokens;
  private int next;

  PredicateTokens(String text) {
    this.text = text;
    this.tokens = split(text);
  }

  private static List<Token> split(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return tokens;
      }
      if (!matcher.find(at) || matcher.start() != at) {
        throw new PredicateException(text, at, "this needs quotes, or their end is missing");
      }
      String inner = matcher.group(1);
      tokens.add(new Token(inner == null ? matcher.group() : inner, inner != null, at));
      at = matcher.end();
    }
  }

  static boolean isBare(String word) {
    return BARE.matcher(word).matches();
  }

  /** Words that mean something by themselves, whatever their case, lest somebody be misled. */
  static boolean isKeyword(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and", "or", "not", "in", "exists" -> true;
      default -> false;
    };
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** Takes the next token if it is this one, and was not quoted. */
  boolean takes(String wanted) {
    if (!atEnd() && !tokens.get(next).quoted() && tokens.get(next).text().equals(wanted)) {
      next++;
      return true;
    }
    return false;
  }

  void require(String wanted) {
    if (!takes(wanted)) {
      throw unexpected("`" + wanted + "`");
    }
  }

  Token next(String wanted) {
    if (atEnd()) {
      throw unexpected(wanted);
    }
    return tokens.get(next++);
  }

  PredicateException unexpected(String wanted) {
    String found = atEnd() ? "the end" : "`" + tokens.get(next).text() + "`";
    int at = atEnd() ? text.length() : tokens.get(next).at();
    return new PredicateException(text, at, "expected " + wanted + ", found " + found);
  }

  /** A problem with the token that was taken last. */
  PredicateException before(String problem) {
    return new PredicateException(text, tokens.get(next - 1).at(), problem);
  }
}
