package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.traffic.GeneratedConversations.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the synchronous details query, page by page. */
final class DetailsHandler implements ApiHandler {
  private static final int BYTES_PER_RECORD = 8_000;
  private static final int ROWS_THAT_MOVE = 3;

  private final OrgContext org;
  private final Records records;
  private final @Nullable LateChanges lateChanges;
  private final DetailsSearch search;
  private final DetailsQueryParser parser = new DetailsQueryParser();
  private final JsonFactory json = new JsonFactory();
  private final Shifts shifts = new Shifts();

  DetailsHandler(OrgContext org, Records records, @Nullable LateChanges lateChanges) {
    this.org = org;
    this.records = records;
    this.lateChanges = lateChanges;
    this.search = new DetailsSearch(records);
  }

  /** The rows of one reply, from {@code first} on. */
  private record Page(DetailsSearch.Rows rows, int first, int count, int totalHits, long asOf) {}

  @Override
  public Reply handle(ApiCall call) throws IOException {
    try {
      DetailsQuery query = parser.parse(call.body());
      long last = (long) query.pageNumber() * query.pageSize();
      if (last > org.settings().paginationCap()) {
        org.faults().happened(FaultKind.PAGINATION_CAP);
        throw new BadQueryException(
            "Pagination may not exceed "
                + org.settings().paginationCap()
                + " results.\n\nTip: When extracting large chunks of data (multiple days/weeks),"
                + " maximize pagination performance by querying in smaller intervals.");
      }
      return render(page(query, call.fault()));
    } catch (BadQueryException bad) {
      return bad.reply();
    }
  }

  private synchronized Page page(DetailsQuery query, Optional<FaultKind> fault) {
    long asOf = org.visibleUntil();
    if (fault.isPresent()) {
      change(query, fault.get(), asOf);
    }
    DetailsSearch.Rows rows = search.find(query, asOf);
    int total = rows.count();
    int first = (int) Math.min(total, shifts.offset(query));
    int count = Math.min(query.pageSize(), total - first);
    boolean more = first + count < total;
    if (fault.isPresent() && more && count > ROWS_THAT_MOVE) {
      switch (fault.get()) {
        case SHORT_PAGE -> {
          count -= ROWS_THAT_MOVE;
          shifts.moveBack(query.key(), query.pageNumber() + 1, ROWS_THAT_MOVE);
          org.faults().happened(FaultKind.SHORT_PAGE);
        }
        case APPROXIMATE_TOTAL -> {
          total += query.pageNumber() % 2 == 0 ? -count / 2 : 17;
          org.faults().happened(FaultKind.APPROXIMATE_TOTAL);
        }
        default -> {}
      }
    }
    return new Page(rows, first, count, total, asOf);
  }

  /** Lets happen what changes the result before this page is read from it. */
  private void change(DetailsQuery query, FaultKind fault, long asOf) {
    if (fault == FaultKind.DUPLICATE_ROWS && shifts.offset(query) >= ROWS_THAT_MOVE) {
      shifts.moveBack(query.key(), query.pageNumber(), ROWS_THAT_MOVE);
      org.faults().happened(fault);
    }
    if (lateChanges == null) {
      return;
    }
    boolean happened =
        switch (fault) {
          case ENDS_LATE -> lateChanges.delayAnEnd(asOf).isPresent();
          case CHANGED_AFTER_END -> lateChanges.changeAfterEnd(asOf).isPresent();
          case REOPENED -> reopenServed(query, asOf);
          default -> false;
        };
    if (happened) {
      org.faults().happened(fault);
    }
  }

  /**
   * Re-opens a conversation of an earlier page, so that the first row of this page moves to the
   * page before and is missed; only where that row ended within the reach of a re-reader.
   */
  private boolean reopenServed(DetailsQuery query, long asOf) {
    DetailsSearch.Rows rows = search.find(query, asOf);
    int offset = (int) Math.min(rows.count(), shifts.offset(query));
    if (lateChanges == null || offset == 0 || offset == rows.count()) {
      return false;
    }
    long missedEnd = records.end(rows.day(offset), rows.position(offset), asOf);
    if (missedEnd > asOf || missedEnd <= asOf - lateChanges.reachMillis()) {
      return false;
    }
    for (int index = offset - 1; index >= 0; index--) {
      if (lateChanges.reopen(new Position(rows.day(index), rows.position(index)), asOf)) {
        return true;
      }
    }
    return false;
  }

  private Reply render(Page page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + page.count() * BYTES_PER_RECORD);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      if (page.count() > 0) {
        generator.writeArrayFieldStart("conversations");
        for (int index = page.first(); index < page.first() + page.count(); index++) {
          records.write(
              generator,
              RecordForm.WITHOUT_ATTRIBUTES,
              page.rows().day(index),
              page.rows().position(index),
              page.asOf());
        }
        generator.writeEndArray();
      }
      generator.writeNumberField("totalHits", page.totalHits());
      generator.writeEndObject();
    }
    org.served().rows(Endpoint.DETAILS_QUERY, page.count(), bytes.size());
    return Reply.json(200, bytes.toByteArray());
  }
}
