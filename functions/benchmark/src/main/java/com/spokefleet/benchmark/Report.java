package com.spokefleet.benchmark;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Collects the results as Markdown and shows them as they come. */
public final class Report {
  private final StringBuilder text = new StringBuilder();
  private final PrintStream shown;

  /** Everything added is shown there too. */
  public Report(PrintStream shown) {
    this.shown = shown;
  }

  /** Starts a section. */
  public void heading(String heading) {
    line("");
    line("## " + heading);
    line("");
  }

  /** Starts a table with these column titles. */
  public void table(String... titles) {
    row(titles);
    line("|" + String.join("|", Collections.nCopies(titles.length, "---")) + "|");
  }

  /** Adds a row to the table. */
  public void row(String... cells) {
    line("| " + String.join(" | ", List.of(cells)) + " |");
  }

  /** Adds a sentence after a table. */
  public void note(String sentence) {
    line("");
    line(sentence);
    line("");
  }

  /** What is going on, for the one who waits; not part of the results. */
  public void progress(String message) {
    shown.println("… " + message);
  }

  public String text() {
    return text.toString();
  }

  /** A number with thousands separators and this many decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private void line(String line) {
    text.append(line).append('\n');
    shown.println(line);
  }
}
