package com.spokefleet.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void alignsLabelsLeftAndFiguresRight() {
    TextTable table =
        new TextTable(1, 0, List.of("Org", "Offered"))
            .row(List.of("EMEA", "7"))
            .row(List.of("A", "1,234"));

    assertThat(table.lines())
        .containsExactly("Org   Offered", "─────────────", "EMEA        7", "A       1,234");
  }

  @Test
  void countsWideCharactersAsTwoCells() {
    TextTable table =
        new TextTable(1, 0, List.of("Queue", "n"))
            .row(List.of("東京サポート", "1"))
            .row(List.of("고객", "22"));

    assertThat(table.lines().get(2)).isEqualTo("東京サポート   1");
    assertThat(table.lines().get(3)).isEqualTo("고객          22");
    assertThat(DisplayWidth.of(table.lines().get(2)))
        .isEqualTo(DisplayWidth.of(table.lines().get(3)));
  }

  @Test
  void countsCombiningMarksAsNothingAndEmojiAsTwo() {
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("☎️")).isEqualTo(1);
    assertThat(DisplayWidth.of("🎧")).isEqualTo(2);
    assertThat(DisplayWidth.of("ﾊﾝｶｸ")).isEqualTo(4);
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    TextTable table = new TextTable(1, 0, List.of("Queue")).row(List.of("\u001b[31mred\n\u2028x"));

    assertThat(table.lines().get(2)).isEqualTo("?[31mred??x");
  }

  @Test
  void refusesARowOfAnotherWidth() {
    TextTable table = new TextTable(1, 0, List.of("Org", "Offered"));

    assertThatThrownBy(() -> table.row(List.of("EMEA")))
        .hasMessage("Cannot put 1 cells under 2 titles");
  }
}
