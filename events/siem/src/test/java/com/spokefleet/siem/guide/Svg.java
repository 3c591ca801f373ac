package com.spokefleet.siem.guide;

import java.util.Locale;

/** Writes an SVG picture, the same bytes each time. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    text.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>\n")
            .formatted(width, height, escaped(title)));
    rectangle(0, 0, width, height, "#ffffff");
  }

  void rectangle(int x, int y, int width, int height, String colour) {
    text.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
            .formatted(x, y, width, height, colour));
  }

  void line(int fromX, int fromY, int toX, int toY, String colour) {
    text.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n"
            .formatted(fromX, fromY, toX, toY, colour));
  }

  /**
   * @param points pairs of coordinates, as SVG takes them
   */
  void polyline(String points, String colour) {
    text.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
            .formatted(points.strip(), colour));
  }

  /**
   * @param anchor start, middle or end: which of it stands at x
   */
  void words(int x, int y, String anchor, String colour, String words) {
    text.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
            .formatted(x, y, anchor, colour, escaped(words)));
  }

  void heading(int x, int y, String words) {
    text.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-weight=\"bold\" font-size=\"14\">%s</text>%n"
                .replace("%n", "\n"),
            x,
            y,
            escaped(words)));
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
