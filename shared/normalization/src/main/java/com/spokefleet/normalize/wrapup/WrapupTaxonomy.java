package com.spokefleet.normalize.wrapup;

import com.spokefleet.config.CanonicalWrapup;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.Taxonomy;
import com.spokefleet.normalize.IdentityKeys;
import com.spokefleet.normalize.row.Sighting;
import com.spokefleet.normalize.row.WrapupRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps an org's wrap-up codes onto the fleet's vocabulary. Facts keep the raw code; only {@code
 * dim_wrapup} carries the meaning, so a changed taxonomy needs no fact to be written again. A code
 * that maps to nothing is kept without a meaning and counted.
 */
public final class WrapupTaxonomy {
  /** Set by Genesys when an agent's after-call work timed out; it is in no org's list of codes. */
  public static final String TIMEOUT = "ININ-WRAP-UP-TIMEOUT";

  private final Spoke spoke;
  private final Taxonomy taxonomy;
  private final IdentityKeys keys;

  public WrapupTaxonomy(Spoke spoke, Taxonomy taxonomy) {
    this.spoke = spoke;
    this.taxonomy = taxonomy;
    this.keys = new IdentityKeys(spoke.orgId());
  }

  /**
   * One row per code id (the last of a repeated id wins) and one for {@link #TIMEOUT}, which is not
   * counted as unmapped: it says that nobody chose a code.
   */
  public MappedWrapups map(List<WrapupCode> codes, Instant seenAt) {
    Map<String, WrapupRow> rows = new LinkedHashMap<>();
    for (WrapupCode code : codes) {
      rows.put(code.id(), row(code, seenAt));
    }
    rows.computeIfAbsent(TIMEOUT, id -> row(new WrapupCode(id, "Wrap-up timed out", null), seenAt));
    int unmapped =
        (int)
            rows.values().stream()
                .filter(row -> row.canonicalName() == null && !row.wrapupCode().equals(TIMEOUT))
                .count();
    return new MappedWrapups(List.copyOf(rows.values()), unmapped);
  }

  private WrapupRow row(WrapupCode code, Instant seenAt) {
    Optional<CanonicalWrapup> meaning = taxonomy.canonical(spoke.name(), code.id(), code.name());
    return new WrapupRow(
        spoke.orgId(),
        code.id(),
        keys.key(code.id()),
        code.name(),
        code.divisionId(),
        meaning.map(CanonicalWrapup::name).orElse(null),
        meaning.map(CanonicalWrapup::category).orElse(null),
        Sighting.at(seenAt));
  }
}
