package com.spokefleet.lake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RowTest {
  private static final Row ROW = Sample.of("org", "u", 1, 7).row();

  @Test
  void instantsAreKeptInMicrosecondsAndDecimalsWithFourPlaces() {
    Row row =
        ROW.with(Sample.TABLE, "at", Instant.parse("2026-11-20T10:00:00.123456789Z"))
            .with(Sample.TABLE, "amount", new BigDecimal("1.00005"));

    assertThat(row.get(Sample.TABLE, "at")).isEqualTo(Instant.parse("2026-11-20T10:00:00.123456Z"));
    assertThat(row.get(Sample.TABLE, "amount")).isEqualTo(new BigDecimal("1.0000"));
  }

  @Test
  void instantsBeforeTheEpochKeepTheirMicroseconds() {
    Instant instant = Instant.parse("1969-12-31T23:59:59.999999Z");

    assertThat(PhysicalValue.ofInstant(instant)).isEqualTo(-1);
    assertThat(PhysicalValue.toInstant(-1)).isEqualTo(instant);
  }

  @Test
  void valuesThatDoNotFitSayWhichColumnOfWhichTable() {
    assertThatThrownBy(() -> ROW.with(Sample.TABLE, "unit", null))
        .isInstanceOf(RowException.class)
        .hasMessage("Cannot make a row of samples: column unit is null");
    assertThatThrownBy(() -> ROW.with(Sample.TABLE, "count", 1))
        .hasMessage("Cannot make a row of samples: column count takes Long, not Integer");
    assertThatThrownBy(() -> ROW.with(Sample.TABLE, "amount", new BigDecimal("1e15")))
        .hasMessage("Cannot make a row of samples: column amount holds more than 18 digits");
    assertThatThrownBy(() -> Row.ofValues(Sample.TABLE, List.of("one")))
        .hasMessage("Cannot make a row of samples: it has 11 columns, not 1");
  }

  @Test
  void rowsOfEqualValuesAreEqual() {
    List<@Nullable Object> values = new ArrayList<>();
    for (int column = 0; column < ROW.size(); column++) {
      values.add(ROW.get(column));
    }

    assertThat(Row.ofValues(Sample.TABLE, values)).isEqualTo(ROW).hasSameHashCodeAs(ROW);
    assertThat(ROW.with(Sample.TABLE, "name", null)).isNotEqualTo(ROW);
  }

  @Test
  void textsSortAsTheirUtf8Bytes() {
    List<String> texts =
        List.of("", "a", "ab", "b", "z", "é", "日本", "\uD7FF", "\uE000", "\uFFFD", "😀", "😁");
    for (String left : texts) {
      for (String right : texts) {
        int bytes =
            Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(TextOrder.compare(left, right)))
            .as("%s and %s", left, right)
            .isEqualTo(Integer.signum(bytes));
      }
    }
  }
}
