package com.spokefleet.ingest.currency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.table.KeyOrder;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.ExchangeRatesTable;
import com.spokefleet.lake.tables.ExchangeRatesTable.LandedRate;
import com.spokefleet.normalize.currency.ExchangeRate;
import com.spokefleet.normalize.currency.KnownPeriod;
import com.spokefleet.normalize.currency.RateHistory;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One org's exchange rates in the lake, and for which time they are all. A rate is only ever added,
 * and never within that time, so what was converted once converts the same for ever. The rows are
 * written first: a run that dies before the period is stored reads and lands the same rates again.
 */
public final class LandedRates {
  private static final int FORMAT = 1;

  private final OrgParts org;
  private final LakeReader reader;
  private final PartitionReplacement replacement;
  private final JsonState state;
  private final ObjectMapper json = new ObjectMapper();

  public LandedRates(OrgParts org) {
    this.org = org;
    this.reader = new LakeReader(org.objects(), org.scratch());
    this.replacement = new PartitionReplacement(org.objects(), org.scratch());
    this.state = new JsonState(org.checkpoints(), "exchange-rates/" + org.orgId());
  }

  public RateHistory history() {
    List<ExchangeRate> rates = new ArrayList<>();
    reader.forEach(
        ExchangeRatesTable.TABLE, partition(), row -> rates.add(ExchangeRatesTable.rate(row)));
    return new RateHistory(rates, known());
  }

  KnownPeriod known() {
    return state.read().map(this::parse).orElse(KnownPeriod.NONE);
  }

  /**
   * Adds what was published outside the known time and widens that time.
   *
   * @return what the partition holds then
   */
  Merged land(PublishedRates published, Fence fence) {
    KnownPeriod known = known();
    TreeSet<Row> fresh = new TreeSet<>(new KeyOrder(ExchangeRatesTable.TABLE));
    for (ExchangeRate rate : published.rates()) {
      if (!known.holds(rate.asOf())) {
        fresh.add(Row.of(ExchangeRatesTable.TABLE, new LandedRate(org.orgId(), rate)));
      }
    }
    Merged merged =
        replacement.replace(
            ExchangeRatesTable.TABLE,
            partition(),
            fence,
            (current, next) -> {
              TreeSet<Row> left = new TreeSet<>(fresh);
              for (Row stored = current.next(); stored != null; stored = current.next()) {
                while (!left.isEmpty() && left.comparator().compare(left.first(), stored) < 0) {
                  next.add(left.pollFirst());
                }
                left.remove(stored);
                next.add(stored);
              }
              for (Row row : left) {
                next.add(row);
              }
            });
    fence.check();
    state.write(text(widened(known, published.period())));
    return merged;
  }

  /** Periods that do not touch leave a time between them in which rates are not known. */
  private static KnownPeriod widened(KnownPeriod known, KnownPeriod more) {
    boolean apart = more.from().isAfter(known.until()) || more.until().isBefore(known.from());
    if (known.isEmpty() || apart) {
      return known.isEmpty() || more.until().isAfter(known.until()) ? more : known;
    }
    return new KnownPeriod(
        more.from().isBefore(known.from()) ? more.from() : known.from(),
        more.until().isAfter(known.until()) ? more.until() : known.until());
  }

  private Partition partition() {
    return Partition.perOrg(ExchangeRatesTable.TABLE.name(), org.orgId());
  }

  private String text(KnownPeriod known) {
    ObjectNode root = json.createObjectNode();
    root.put("format", FORMAT);
    root.put("from", known.from().toString());
    root.put("until", known.until().toString());
    return root.toString();
  }

  private KnownPeriod parse(String stored) {
    try {
      JsonNode root = json.readTree(stored);
      if (root.path("format").asInt() != FORMAT) {
        throw unreadable(null);
      }
      return new KnownPeriod(
          Instant.parse(root.path("from").asText()), Instant.parse(root.path("until").asText()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      throw unreadable(malformed);
    }
  }

  private IngestException unreadable(@Nullable Throwable cause) {
    return new IngestException(
        FailureKind.BAD_DATA, "Cannot read the state stored in " + state.key(), cause);
  }
}
