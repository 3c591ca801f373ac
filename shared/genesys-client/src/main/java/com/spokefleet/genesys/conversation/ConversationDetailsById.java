package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.telemetry.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Conversation details of known conversations: {@code GET
 * /api/v2/analytics/conversations/{id}/details} for one, {@code GET
 * /api/v2/analytics/conversations/details?id=…} for several. Open conversations come, too; one that
 * Genesys does not know, or not yet, does not. No filter applies. Needs the permission {@code
 * analytics:conversationDetail:view}. Thread-safe.
 */
public final class ConversationDetailsById {
  private static final String FOLDER = "/api/v2/analytics/conversations/";
  private static final int NOT_FOUND = 404;
  private static final int ATTEMPTS_AT_A_RECORD = 3;

  private final GenesysHttp http;
  private final String orgName;
  private final DetailsPageDecoder decoder;

  /**
   * @param attributes names of the participant attributes to be read, if Genesys tells them;
   *     answers about several conversations never do
   */
  public ConversationDetailsById(GenesysHttp http, String orgName, Set<String> attributes) {
    this.http = http;
    this.orgName = orgName;
    this.decoder = new DetailsPageDecoder(attributes);
  }

  /** The conversations of these ids, in a page of their own; how many a call takes is not known. */
  public DetailsPage read(List<UUID> conversationIds, Deadline deadline) {
    return switch (conversationIds.size()) {
      case 0 -> nothing();
      case 1 -> one(conversationIds.getFirst(), deadline);
      default -> several(conversationIds, deadline);
    };
  }

  private DetailsPage one(UUID id, Deadline deadline) {
    GenesysRequest request =
        GenesysRequest.get(
            FOLDER + id + "/details", "conversation details of %s, id %s".formatted(orgName, id));
    try {
      return decoded(request, deadline, decoder::decodeRecord);
    } catch (GenesysException refused) {
      if (refused.status().orElse(0) == NOT_FOUND) {
        return nothing();
      }
      throw refused;
    }
  }

  private DetailsPage several(List<UUID> ids, Deadline deadline) {
    List<String> texts = ids.stream().map(UUID::toString).toList();
    GenesysRequest request =
        GenesysRequest.get(
            FOLDER + "details?id=" + String.join(",", texts),
            "conversation details of %s, %d ids".formatted(orgName, ids.size()));
    return decoded(
        request,
        deadline,
        (body, strictly) -> strictly ? decoder.decodeStrictly(body) : decoder.decode(body));
  }

  private static DetailsPage nothing() {
    return new DetailsPage(OptionalLong.of(0), false, List.of(), Map.of());
  }

  /** What makes a page of a body. */
  private interface Decoding {
    DetailsPage decode(byte[] body, boolean strictly) throws MalformedPageException;
  }

  /** Damage that passes must not be taken for a spoilt record, so the last attempt is lenient. */
  private DetailsPage decoded(GenesysRequest request, Deadline deadline, Decoding decoding) {
    for (int attempt = 1; ; attempt++) {
      byte[] body = http.send(request, deadline).body();
      try {
        return decoding.decode(body, attempt < ATTEMPTS_AT_A_RECORD);
      } catch (MalformedPageException malformed) {
        if (attempt == ATTEMPTS_AT_A_RECORD) {
          throw GenesysException.of(
              FailureKind.BAD_DATA,
              "Cannot get %s: %s, %d times"
                  .formatted(request.purpose(), malformed.getMessage(), attempt),
              malformed);
        }
      }
    }
  }
}
