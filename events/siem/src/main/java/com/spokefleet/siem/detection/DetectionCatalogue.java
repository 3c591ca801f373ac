package com.spokefleet.siem.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * All detections, one YAML file each beside this class. The list of files is {@code index.txt},
 * since what lies in a jar cannot be listed; a test holds it against the folder.
 */
public final class DetectionCatalogue {
  private static final String INDEX = "index.txt";

  private DetectionCatalogue() {}

  /**
   * In order of category, then id.
   *
   * @throws InvalidDetectionException if one cannot be read
   */
  public static List<Detection> all() {
    return resource(INDEX)
        .lines()
        .map(file -> DetectionReader.read(file, resource(file)))
        .sorted(Comparator.comparing(Detection::category).thenComparing(Detection::id))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream file = DetectionCatalogue.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new InvalidDetectionException(name, "it is not there");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read detection " + name, failure);
    }
  }
}
