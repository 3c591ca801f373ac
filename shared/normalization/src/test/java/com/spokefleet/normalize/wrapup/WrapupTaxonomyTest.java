package com.spokefleet.normalize.wrapup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.spokefleet.config.CanonicalWrapup;
import com.spokefleet.config.Taxonomy;
import com.spokefleet.normalize.Spokes;
import com.spokefleet.normalize.row.Sighting;
import com.spokefleet.normalize.row.WrapupRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrapupTaxonomyTest {
  private static final Instant NOW = Instant.parse("2026-11-10T14:00:00Z");

  private final WrapupTaxonomy taxonomy =
      new WrapupTaxonomy(
          Spokes.dublin(),
          new Taxonomy(
              List.of(
                  new CanonicalWrapup("Sale", "Won", List.of("Verkauf"), Map.of()),
                  new CanonicalWrapup(
                      "No interest", "Lost", List.of(), Map.of("emea", List.of("code-7"))))));

  @Test
  void mapsByTheFleetsOwnNameBySynonymAndByCodeOfTheSpoke() {
    assertThat(rows(code("code-1", "sale"), code("code-2", "VERKAUF"), code("code-7", "Nein")))
        .extracting(WrapupRow::wrapupCode, WrapupRow::canonicalName, WrapupRow::canonicalCategory)
        .contains(
            tuple("code-1", "Sale", "Won"),
            tuple("code-2", "Sale", "Won"),
            tuple("code-7", "No interest", "Lost"));
  }

  @Test
  void keepsAndCountsWhatTheTaxonomyDoesNotKnow() {
    MappedWrapups mapped =
        taxonomy.map(
            List.of(code("code-1", "Sale"), code("code-8", "Moon"), code("code-9", null)), NOW);
    assertThat(mapped.unmapped()).isEqualTo(2);
    assertThat(mapped.rows())
        .filteredOn(row -> row.wrapupCode().equals("code-8"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("Moon");
              assertThat(row.canonicalName()).isNull();
              assertThat(row.canonicalCategory()).isNull();
            });
  }

  @Test
  void alwaysExplainsTheCodeOfTheTimeout() {
    MappedWrapups mapped = taxonomy.map(List.of(), NOW);
    assertThat(mapped.unmapped()).isZero();
    assertThat(mapped.rows())
        .containsExactly(
            new WrapupRow(
                Spokes.ORG_ID,
                "ININ-WRAP-UP-TIMEOUT",
                Spokes.ORG_ID + ":ININ-WRAP-UP-TIMEOUT",
                "Wrap-up timed out",
                null,
                null,
                null,
                Sighting.at(NOW)));
  }

  @Test
  void aRepeatedCodeIsOneRow() {
    assertThat(rows(code("code-1", "Old name"), code("code-1", "Sale")))
        .filteredOn(row -> row.wrapupCode().equals("code-1"))
        .singleElement()
        .extracting(WrapupRow::canonicalName)
        .isEqualTo("Sale");
  }

  private List<WrapupRow> rows(WrapupCode... codes) {
    return taxonomy.map(List.of(codes), NOW).rows();
  }

  private static WrapupCode code(String id, @Nullable String name) {
    return new WrapupCode(id, name, null);
  }
}
