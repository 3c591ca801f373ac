package com.spokefleet.siem.install.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.WantedObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which objects of the app we made, with a digest of each field as we set it: a conf file of the
 * app itself, so that it comes with the package and is changed beside what it tells of. What is in
 * the app and not in it was made by somebody else.
 *
 * <p>Before an object is written its new digests are noted as pending, and as applied after it: so
 * whoever is interrupted between the two finds what is his own.
 */
public final class Manifest {
  /** The name of its conf file. */
  public static final String CONF = "spokefleet_manifest";

  static final String APPLIED = "applied";
  static final String PENDING = "pending";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGITS = 12;

  private Manifest() {}

  /**
   * What is noted of one object.
   *
   * @param applied digest by field
   * @param pending digest by field of a change that may or may not have been made; else empty
   */
  record Note(SortedMap<String, String> applied, SortedMap<String, String> pending) {
    /** Whether we made what is there now. */
    boolean claims(Map<String, String> fields) {
      if (!applied.isEmpty()) {
        return true;
      }
      return !pending.isEmpty()
          && pending.entrySet().stream()
              .allMatch(
                  entry ->
                      entry.getValue().equals(digest(fields.getOrDefault(entry.getKey(), ""))));
    }

    Set<String> fields() {
      Set<String> fields = new HashSet<>(applied.keySet());
      fields.addAll(pending.keySet());
      return fields;
    }

    /** Which of them somebody else changed. */
    Set<String> touched(Map<String, String> fields) {
      Set<String> touched = new HashSet<>();
      for (String field : fields()) {
        String digest = digest(fields.getOrDefault(field, ""));
        String none = digest("");
        if (!digest.equals(applied.getOrDefault(field, none))
            && (pending.isEmpty() || !digest.equals(pending.getOrDefault(field, none)))) {
          touched.add(field);
        }
      }
      return touched;
    }
  }

  /** The digests of an object's fields. */
  static SortedMap<String, String> digests(Map<String, String> fields) {
    SortedMap<String, String> digests = new TreeMap<>();
    fields.forEach((field, text) -> digests.put(field, digest(text)));
    // An object without fields is noted as well.
    return digests.isEmpty() ? new TreeMap<>(Map.of("", digest(""))) : digests;
  }

  /** The conf file that an app is packaged with. */
  public static byte[] conf(List<WantedObject> objects) {
    StringBuilder conf =
        new StringBuilder("# What this app was made with. Written by fleet siem; do not edit.\n");
    for (WantedObject object : objects) {
      conf.append("\n[").append(stanza(object.key())).append("]\n");
      conf.append(APPLIED).append(" = ").append(text(digests(object.fields()))).append('\n');
    }
    return conf.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the conf file's keys mean, where Splunk looks for it. */
  public static byte[] spec() {
    return """
        [<kind>:<name>]
        applied = <JSON>
        * Digests of the fields of a knowledge object of this app, as fleet siem set them.

        pending = <JSON>
        * Digests of a change that fleet siem was about to make.
        """
        .getBytes(StandardCharsets.UTF_8);
  }

  static String stanza(ObjectKey key) {
    return key.kind() + ":" + key.name();
  }

  static ObjectKey key(String stanza) {
    int colon = stanza.indexOf(':');
    return new ObjectKey(stanza.substring(0, Math.max(colon, 0)), stanza.substring(colon + 1));
  }

  static String text(SortedMap<String, String> digests) {
    return digests.isEmpty() ? "" : LookupTable.json(digests);
  }

  static Note note(JsonNode content) {
    return new Note(digests(content.path(APPLIED)), digests(content.path(PENDING)));
  }

  private static SortedMap<String, String> digests(JsonNode text) {
    SortedMap<String, String> digests = new TreeMap<>();
    if (text.asText().isBlank()) {
      return digests;
    }
    try {
      JSON.readTree(text.asText())
          .properties()
          .forEach(entry -> digests.put(entry.getKey(), entry.getValue().asText()));
      return digests;
    } catch (JsonProcessingException damaged) {
      // Nothing is claimed by a note that cannot be read.
      return Collections.emptySortedMap();
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot digest", impossible);
    }
  }
}
