package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.render.UserDetailsJson;
import com.spokefleet.testing.server.StoredStatuses.Stored;
import com.spokefleet.testing.traffic.GeneratedStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Answers the synchronous users details query. A page is a stretch of stored statuses, grouped by
 * user, so a user with many statuses comes on several pages, each time with a part of them.
 */
final class UsersDetailsHandler implements ApiHandler {
  private static final int BYTES_PER_STATUS = 160;
  private static final int ROWS_THAT_MOVE = 3;

  private final OrgContext org;
  private final StoredStatuses stored;
  private final UsersDetailsQueryParser parser = new UsersDetailsQueryParser();
  private final JsonFactory json = new JsonFactory();
  private final Shifts shifts = new Shifts();

  UsersDetailsHandler(OrgContext org, StoredStatuses stored) {
    this.org = org;
    this.stored = stored;
  }

  private record Page(List<Stored> rows, int totalHits, long asOf) {}

  @Override
  public Reply handle(ApiCall call) throws IOException {
    try {
      UsersDetailsQuery query = parser.parse(call.body());
      long last = (long) query.pageNumber() * query.pageSize();
      if (last > org.settings().paginationCap()) {
        org.faults().happened(FaultKind.PAGINATION_CAP);
        throw new BadQueryException(
            "Pagination may not exceed " + org.settings().paginationCap() + " results.");
      }
      return render(page(query, call.fault()));
    } catch (BadQueryException bad) {
      return bad.reply();
    }
  }

  private synchronized Page page(UsersDetailsQuery query, Optional<FaultKind> fault) {
    long asOf = org.visibleUntil();
    List<Stored> rows = stored.find(query, asOf);
    int total = rows.size();
    if (fault.equals(Optional.of(FaultKind.DUPLICATE_ROWS)) && offset(query) >= ROWS_THAT_MOVE) {
      shifts.moveBack(query.key(), query.pageNumber(), ROWS_THAT_MOVE);
      org.faults().happened(FaultKind.DUPLICATE_ROWS);
    }
    int first = (int) Math.min(total, offset(query));
    int count = Math.min(query.pageSize(), total - first);
    if (fault.isPresent() && first + count < total && count > ROWS_THAT_MOVE) {
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
    return new Page(rows.subList(first, first + count), total, asOf);
  }

  private long offset(UsersDetailsQuery query) {
    return shifts.offset(query.key(), query.pageNumber(), query.pageSize());
  }

  private Reply render(Page page) throws IOException {
    List<GeneratedStatus> statuses =
        page.rows().stream().filter(row -> !row.redundant()).map(Stored::status).toList();
    statuses.forEach(this::count);
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(64 + statuses.size() * BYTES_PER_STATUS);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      new UserDetailsJson(generator, page.asOf()).write(statuses);
      generator.writeNumberField("totalHits", page.totalHits());
      generator.writeEndObject();
    }
    org.served().rows(Endpoint.USERS_DETAILS_QUERY, statuses.size(), bytes.size());
    return Reply.json(200, bytes.toByteArray());
  }

  private void count(GeneratedStatus status) {
    switch (status.oddity()) {
      case NONE -> {}
      case UNKNOWN_FIELDS -> org.faults().happened(FaultKind.UNKNOWN_FIELDS);
      case UNKNOWN_VALUES -> org.faults().happened(FaultKind.UNKNOWN_VALUES);
      default -> org.faults().happened(FaultKind.POISON_RECORD);
    }
  }
}
