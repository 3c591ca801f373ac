package com.spokefleet.events.settings;

import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Walks through settings; every value is a text, an object or an array. */
final class SettingsReader {
  /** Takes the value of the member with this name. */
  interface Member {
    void read(String name) throws MalformedJsonException;
  }

  /** Takes an element. */
  interface Element {
    void read() throws MalformedJsonException;
  }

  private final JsonScanner scanner = new JsonScanner();
  private final byte[] bytes;

  SettingsReader(String json) {
    this.bytes = json.getBytes(StandardCharsets.UTF_8);
    scanner.reset(bytes, 0, bytes.length);
  }

  void object(Member member) throws MalformedJsonException {
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      member.read(decoded());
    }
  }

  void array(Element element) throws MalformedJsonException {
    scanner.beginArray();
    boolean first = true;
    while (scanner.nextElement(first)) {
      first = false;
      element.read();
    }
  }

  /** The text that comes next; passes over anything else. */
  Optional<String> text() throws MalformedJsonException {
    if (scanner.kind() != JsonKind.STRING) {
      scanner.skip();
      return Optional.empty();
    }
    scanner.string();
    return Optional.of(decoded());
  }

  /** The texts among the members of the object that comes next. */
  Map<String, String> texts() throws MalformedJsonException {
    Map<String, String> texts = new HashMap<>();
    object(name -> text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private String decoded() {
    return JsonStrings.decode(bytes, scanner.start(), scanner.end());
  }
}
