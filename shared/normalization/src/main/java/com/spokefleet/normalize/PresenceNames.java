package com.spokefleet.normalize;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Picks one name of a presence out of its names by language, and spells system presences as
 * analytics does: the definitions say {@code OnQueue} where records say {@code ON_QUEUE}.
 */
public final class PresenceNames {
  private static final String LAST_RESORT = "en-us";

  private PresenceNames() {}

  /**
   * The label in the language, else in another form of it ({@code de} for {@code de-ch}), else the
   * English one, else the first by locale; null if there is none.
   */
  public static @Nullable String pick(Map<String, String> labels, @Nullable String language) {
    TreeMap<String, String> byLocale = new TreeMap<>();
    labels.forEach((locale, label) -> byLocale.put(normal(locale), label));
    return find(byLocale, language == null ? LAST_RESORT : normal(language))
        .or(() -> find(byLocale, LAST_RESORT))
        .or(() -> byLocale.values().stream().findFirst())
        .orElse(null);
  }

  /** {@code OnQueue} as {@code ON_QUEUE}; what is spelled so already stays. */
  public static @Nullable String systemPresence(@Nullable String definition) {
    return definition == null
        ? null
        : definition.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  private static Optional<String> find(TreeMap<String, String> byLocale, String language) {
    String base = base(language);
    return Optional.ofNullable(byLocale.get(language))
        .or(() -> Optional.ofNullable(byLocale.get(base)))
        .or(
            () ->
                byLocale.entrySet().stream()
                    .filter(entry -> base(entry.getKey()).equals(base))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private static String normal(String locale) {
    return locale.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static String base(String locale) {
    int dash = locale.indexOf('-');
    return dash < 0 ? locale : locale.substring(0, dash);
  }
}
