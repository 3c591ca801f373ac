package com.spokefleet.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fleet's own vocabulary of wrap-up codes, onto which every org's codes are mapped. */
public record Taxonomy(List<CanonicalWrapup> wrapups) {
  public Taxonomy {
    wrapups = List.copyOf(wrapups);
  }

  /**
   * The entry that an org's wrap-up code means: by the code's id where the spoke lists it, else by
   * its name, which is compared with each entry's name and names.
   *
   * <p>Names are compared without case in any script and with Unicode forms folded (NFKC), so
   * {@code VERKAUF} is {@code Verkauf} and full-width letters are plain ones; accents count.
   */
  public Optional<CanonicalWrapup> canonical(
      String spokeName, String codeId, @Nullable String codeName) {
    for (CanonicalWrapup wrapup : wrapups) {
      if (wrapup.codes().getOrDefault(spokeName, List.of()).contains(codeId)) {
        return Optional.of(wrapup);
      }
    }
    if (codeName == null) {
      return Optional.empty();
    }
    String folded = WrapupName.folded(codeName);
    return wrapups.stream().filter(wrapup -> wrapup.isNamed(folded)).findFirst();
  }
}
