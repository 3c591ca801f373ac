package com.spokefleet.config;

/**
 * One thing wrong with a fleet.yaml, readable as {@code fleet.yaml:12:5 spokes[1].residency: …}.
 *
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column counted from 1; 0 where the file as a whole is meant
 * @param path where in the document, such as {@code spokes[1].residency}; empty for its root
 * @param message what is wrong and, where it can be told, what was probably meant; never a value
 *     that could be a secret
 */
public record Problem(String source, int line, int column, String path, String message) {
  /** The same of a document that stands within another. */
  Problem under(String outerPath) {
    return new Problem(
        source, line, column, path.isEmpty() ? outerPath : outerPath + "." + path, message);
  }

  @Override
  public String toString() {
    String position = line == 0 ? source : source + ":" + line + ":" + column;
    return path.isEmpty() ? position + ": " + message : position + " " + path + ": " + message;
  }
}
