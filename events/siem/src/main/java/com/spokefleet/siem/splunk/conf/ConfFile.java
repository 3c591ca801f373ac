package com.spokefleet.siem.splunk.conf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A configuration file to be written: stanzas and settings in the order they were added. A value of
 * several lines is continued with backslashes, as Splunk reads it.
 */
public final class ConfFile {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]+");

  private final String comment;
  private final Map<String, Stanza> stanzas = new LinkedHashMap<>();

  /** Settings under one heading. */
  public static final class Stanza {
    private final String name;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Stanza(String name) {
      this.name = name;
    }

    /**
     * @throws IllegalArgumentException if Splunk would read another value, or has one already
     */
    public Stanza set(String key, String value) {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("Cannot set %s of [%s]".formatted(key, name));
      }
      if (!value.equals(value.strip()) || value.endsWith("\\") || value.indexOf('\r') >= 0) {
        throw new IllegalArgumentException(
            "Cannot set %s of [%s]: Splunk would read \"%s\" otherwise"
                .formatted(key, name, value));
      }
      if (settings.put(key, value) != null) {
        throw new IllegalArgumentException("Cannot set %s of [%s] twice".formatted(key, name));
      }
      return this;
    }

    public Stanza set(String key, long value) {
      return set(key, Long.toString(value));
    }
  }

  /**
   * @param comment one line on what the file is for
   */
  public ConfFile(String comment) {
    this.comment = comment;
  }

  /** The stanza of that name, made if it is not there yet. */
  public Stanza stanza(String name) {
    if (name.indexOf('\n') >= 0 || name.endsWith("\\")) {
      throw new IllegalArgumentException("Cannot have a stanza named \"%s\"".formatted(name));
    }
    return stanzas.computeIfAbsent(name, Stanza::new);
  }

  /** The file's text. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder("# ").append(comment).append('\n');
    stanzas
        .values()
        .forEach(
            stanza -> {
              text.append("\n[").append(stanza.name).append("]\n");
              stanza.settings.forEach(
                  (key, value) ->
                      text.append(key)
                          .append(" = ")
                          .append(value.replace("\n", "\\\n"))
                          .append('\n'));
            });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
