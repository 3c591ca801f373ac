package com.spokefleet.siem.splunk.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Icons are there, and as large as Splunk wants them. */
final class IconCheck implements Check {
  private static final SortedMap<String, Integer> SIZES =
      new TreeMap<>(
          Map.of(
              "static/appIcon.png", 36,
              "static/appIconAlt.png", 36,
              "static/appIcon_2x.png", 72,
              "static/appIconAlt_2x.png", 72));

  private static final long PNG = 0x89504e470d0a1a0aL;

  /** Where a PNG has its width and then its height. */
  private static final int WIDTH = 16;

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    SIZES.forEach(
        (path, size) -> {
          ByteBuffer icon = ByteBuffer.wrap(app.all().getOrDefault(path, new byte[0]));
          if (icon.capacity() < WIDTH + 8 || icon.getLong(0) != PNG) {
            problems.add(path + ": there is no such image");
          } else if (icon.getInt(WIDTH) != size || icon.getInt(WIDTH + 4) != size) {
            problems.add(path + ": it must be %d pixels wide and high".formatted(size));
          }
        });
    return problems;
  }
}
