package com.spokefleet.siem.splunk.view;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML that is well-formed by construction, indented. */
final class Xml {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element with attributes, names and values in turn. */
  Xml open(String name, String... attributes) {
    line().append(tag(name, attributes)).append(">\n");
    open.push(name);
    return this;
  }

  Xml close() {
    String name = open.pop();
    line().append("</").append(name).append(">\n");
    return this;
  }

  /** An element with nothing but a text. */
  Xml leaf(String name, String content, String... attributes) {
    line()
        .append(tag(name, attributes))
        .append('>')
        .append(escape(content))
        .append("</")
        .append(name)
        .append(">\n");
    return this;
  }

  String text() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Cannot end the document within " + open.peek());
    }
    return text.toString();
  }

  private StringBuilder line() {
    return text.append("  ".repeat(open.size()));
  }

  private static String tag(String name, String... attributes) {
    StringBuilder tag = new StringBuilder("<").append(name);
    for (int at = 0; at < attributes.length; at += 2) {
      tag.append(' ')
          .append(attributes[at])
          .append("=\"")
          .append(escape(attributes[at + 1]))
          .append('"');
    }
    return tag.toString();
  }

  private static String escape(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
