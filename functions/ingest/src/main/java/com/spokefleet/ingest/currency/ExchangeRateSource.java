package com.spokefleet.ingest.currency;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.normalize.currency.KnownPeriod;
import java.time.Instant;

/** Somebody who publishes exchange rates. */
public interface ExchangeRateSource {
  /** What stands in the lake beside its rates, such as {@code ecb}. */
  String name();

  /** Whether it still tells rates of long ago. */
  boolean hasHistory();

  /**
   * The rates in force since an instant that lies before, in or after what is known.
   *
   * @param since from when rates are wanted; a source without history tells what it can
   * @param known the time for which all rates are landed already
   * @throws com.spokefleet.telemetry.SpokefleetException if it could not be asked or its answer is
   *     not what it should be; never an empty answer in place of an error
   */
  PublishedRates read(Instant since, KnownPeriod known, Deadline deadline);
}
