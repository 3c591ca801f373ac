package com.spokefleet.cli.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line per thing that goes on at the same time. For a person the lines are redrawn in place; in
 * a log each change is a line of its own. Thread-safe.
 */
public final class LiveLines {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_TO_END = "\r\u001b[J";

  private final PrintStream out;
  private final boolean redraw;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private int drawn;

  public LiveLines(PrintStream out, boolean redraw) {
    this.out = out;
    this.redraw = redraw;
  }

  /**
   * Sets the line of one thing.
   *
   * @param passing whether the state will soon change again, which only a person wants to see
   */
  public synchronized void set(String thing, String text, boolean passing) {
    String line = "  " + DisplayWidth.printable(thing + "  " + text);
    if (line.equals(lines.put(thing, line))) {
      return;
    }
    if (redraw) {
      draw();
    } else if (!passing) {
      out.println(line);
    }
  }

  /** Leaves the lines as they stand; later ones start below. */
  public synchronized void end() {
    lines.clear();
    drawn = 0;
  }

  private void draw() {
    StringBuilder frame = new StringBuilder();
    if (drawn > 0) {
      frame.append(UP.formatted(drawn));
    }
    frame.append(CLEAR_TO_END);
    lines.values().forEach(line -> frame.append(line).append(System.lineSeparator()));
    out.print(frame);
    out.flush();
    drawn = lines.size();
  }
}
