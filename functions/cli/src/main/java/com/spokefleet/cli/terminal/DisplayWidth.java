package com.spokefleet.cli.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many terminal cells a text takes, and text made safe to print. */
final class DisplayWidth {
  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  /** Marks used with several of these scripts, such as the prolonged sound mark, have none. */
  private static final int CJK_SYMBOLS_FROM = 0x3000;

  private static final int CJK_SYMBOLS_TO = 0x33FF;
  private static final int FULLWIDTH_FORMS_FROM = 0xFF01;
  private static final int FULLWIDTH_FORMS_TO = 0xFF60;
  private static final int HALFWIDTH_FORMS_TO = 0xFFDC;

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /**
   * Names come from other systems: control characters could move the cursor or colour the screen,
   * so each is shown as a question mark.
   */
  static String printable(String text) {
    return text.codePoints()
        .map(character -> isControl(character) ? '?' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    if (character > FULLWIDTH_FORMS_TO && character <= HALFWIDTH_FORMS_TO) {
      return false;
    }
    return WIDE_SCRIPTS.contains(UnicodeScript.of(character))
        || isBetween(character, CJK_SYMBOLS_FROM, CJK_SYMBOLS_TO)
        || isBetween(character, FULLWIDTH_FORMS_FROM, FULLWIDTH_FORMS_TO)
        || Character.isEmojiPresentation(character);
  }

  private static boolean isBetween(int character, int from, int to) {
    return character >= from && character <= to;
  }
}
