package com.spokefleet.genesys.configuration;

import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing from its first to its last page: all of it or an error. All means all there were
 * at the start: objects created meanwhile only shift others to later pages (seen twice, kept once).
 * Objects deleted meanwhile shift others to pages already read (missed), so a listing that shrank
 * or fell short is read again.
 */
final class ListingReader<R extends ConfigurationObject> {
  private static final int READINGS = 3;

  /** Enough for a million objects at the page size we ask for. */
  private static final int MOST_PAGES = 10_000;

  /** A page and the rows made of it. */
  record Rows<R>(ListingPage page, List<R> rows) {}

  private final String listing;
  private final IntFunction<Rows<R>> pages;

  /**
   * @param listing dataset and org, for messages
   * @param pages reads the page of a number, counted from 1
   */
  ListingReader(String listing, IntFunction<Rows<R>> pages) {
    this.listing = listing;
    this.pages = pages;
  }

  List<R> read() {
    String shortfall = "";
    for (int reading = 0; reading < READINGS; reading++) {
      Map<String, R> rows = new LinkedHashMap<>();
      Totals totals = readOnce(rows);
      if (totals.isCovered(rows.size())) {
        return List.copyOf(rows.values());
      }
      shortfall =
          "%d of %s objects listed, of which %s were left at the end"
              .formatted(rows.size(), totals.first, totals.last);
    }
    throw GenesysException.of(
        FailureKind.RETRYABLE,
        "Cannot read all %s: in %d readings, at last %s".formatted(listing, READINGS, shortfall),
        null);
  }

  private Totals readOnce(Map<String, R> rows) {
    Totals totals = new Totals();
    for (int number = 1; number <= MOST_PAGES; number++) {
      Rows<R> answer = pages.apply(number);
      ListingPage page = answer.page();
      int known = rows.size();
      answer.rows().forEach(row -> rows.put(row.id(), row));
      totals.see(page.total());
      checkProgress(number, page, rows.size() > known);
      if (page.entities().isEmpty() || !page.isFollowed(number)) {
        return totals;
      }
    }
    throw bad(MOST_PAGES, "the listing does not end");
  }

  private void checkProgress(int number, ListingPage page, boolean hasNewRows) {
    if (page.number() != null && page.number() != number) {
      throw bad(number, "Genesys answered with page " + page.number());
    }
    if (page.entities().isEmpty()) {
      if (page.count() != null && number < page.count()) {
        throw bad(number, "it is empty, though there should be " + page.count() + " pages");
      }
    } else if (!hasNewRows) {
      throw bad(number, "it repeats objects of earlier pages and has no other");
    }
    if (page.count() != null && number > page.count() && page.hasNextUri()) {
      throw bad(number, "the listing goes on past its last page, " + page.count());
    }
  }

  private GenesysException bad(int number, String reason) {
    return SdkClient.unusable(listing + ", page " + number, reason);
  }

  /** The totals that one reading met; null where Genesys sent none. */
  private static final class Totals {
    private @Nullable Long first;
    private @Nullable Long last;
    private boolean shrank;

    void see(@Nullable Long total) {
      if (total != null) {
        first = first == null ? total : first;
        shrank |= last != null && total < last;
        last = total;
      }
    }

    /** Whether all objects there were at the start have been seen. */
    boolean isCovered(int rows) {
      return first == null || (!shrank && rows >= first);
    }
  }
}
