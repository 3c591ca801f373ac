package com.spokefleet.siem.detection;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The values of a YAML mapping, each of the kind that is asked for; what nobody asks for is wrong.
 */
final class DetectionValues {
  private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,4})([smhd])");

  private final String file;
  private final Map<?, ?> values;
  private final Set<String> asked = new HashSet<>();

  private DetectionValues(String file, Map<?, ?> values) {
    this.file = file;
    this.values = values;
  }

  static DetectionValues read(String file, String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException problem) {
      throw new InvalidDetectionException(file, String.valueOf(problem.getMessage()));
    }
    if (root instanceof Map<?, ?> values) {
      return new DetectionValues(file, values);
    }
    throw new InvalidDetectionException(file, "it is no mapping");
  }

  String text(String key) {
    Object value = required(key);
    if (value instanceof Map || value instanceof List || value.toString().isBlank()) {
      throw problem(key + " must be a text");
    }
    return value.toString().strip().replaceAll("\\s+", " ");
  }

  int count(String key) {
    Object value = required(key);
    if (value instanceof Integer number && number > 1) {
      return number;
    }
    throw problem(key + " must be a whole number above 1");
  }

  Duration span(String key) {
    Matcher span = SPAN.matcher(text(key));
    if (!span.matches()) {
      throw problem(key + " must be a time such as 30s, 10m, 24h or 30d");
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** Empty if the key is absent. */
  List<String> texts(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw problem(key + " must be a list");
    }
    return list.stream().map(Object::toString).toList();
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw problem("%s cannot be %s".formatted(key, text));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  DetectionValues section(String key) {
    if (required(key) instanceof Map<?, ?> section) {
      return new DetectionValues(file, section);
    }
    throw problem(key + " must be a mapping");
  }

  /** To be called when everything was asked for. */
  void requireNothingElse() {
    values.keySet().stream()
        .map(Object::toString)
        .filter(key -> !asked.contains(key))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw problem("it has no use for " + key);
            });
  }

  InvalidDetectionException problem(String problem) {
    return new InvalidDetectionException(file, problem);
  }

  private Object required(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw problem(key + " is missing");
    }
    return value;
  }
}
