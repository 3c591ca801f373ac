package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  private final Taxonomy taxonomy =
      new Taxonomy(
          List.of(
              new CanonicalWrapup(
                  "Sale", "Revenue", List.of("Großkauf", "成約"), Map.of("emea", List.of("code-1"))),
              new CanonicalWrapup(
                  "Complaint", "Service", List.of("Réclamation", "ΠΑΡΆΠΟΝΟΣ"), Map.of())));

  @Test
  void prefersTheCodeIdToTheName() {
    assertThat(canonical("emea", "code-1", "Complaint")).contains("Sale");
  }

  @Test
  void knowsACodeIdOnlyInItsOwnSpoke() {
    assertThat(canonical("amer", "code-1", null)).isEmpty();
    assertThat(canonical("amer", "code-1", "Complaint")).contains("Complaint");
  }

  @Test
  void comparesNamesWithoutCaseInAnyScript() {
    assertThat(canonical("amer", "x", "SALE")).contains("Sale");
    assertThat(canonical("amer", "x", "GROSSKAUF")).contains("Sale");
    assertThat(canonical("amer", "x", "παράπονος")).contains("Complaint");
  }

  @Test
  void comparesNamesHoweverTheirLettersAreEncoded() {
    assertThat(canonical("amer", "x", "Re\u0301clamation")).contains("Complaint");
    assertThat(canonical("amer", "x", "ＳＡＬＥ")).contains("Sale");
    assertThat(canonical("amer", "x", "  sale ")).contains("Sale");
  }

  @Test
  void countsAccents() {
    assertThat(canonical("amer", "x", "Reclamation")).isEmpty();
  }

  @Test
  void leavesUnknownCodesUnmapped() {
    assertThat(canonical("emea", "code-2", "Something else")).isEmpty();
    assertThat(canonical("emea", "code-2", null)).isEmpty();
  }

  private Optional<String> canonical(String spoke, String codeId, @Nullable String codeName) {
    return taxonomy.canonical(spoke, codeId, codeName).map(CanonicalWrapup::name);
  }
}
