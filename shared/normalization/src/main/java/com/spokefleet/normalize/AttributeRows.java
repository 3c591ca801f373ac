package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.row.AttributeRow;
import com.spokefleet.normalize.row.StartDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of the participant attributes that the spoke allows to be stored. A participant that
 * stands in the record twice has its later values.
 */
final class AttributeRows {
  private final String orgId;
  private final Set<String> allowed;

  AttributeRows(String orgId, Set<String> allowed) {
    this.orgId = orgId;
    this.allowed = allowed;
  }

  List<AttributeRow> rows(Conversation conversation, StartDay startDay) {
    Map<Key, AttributeRow> rows = new TreeMap<>();
    for (Participant participant : conversation.participants()) {
      participant
          .attributes()
          .forEach(
              (name, value) -> {
                if (allowed.contains(name)) {
                  rows.put(
                      new Key(participant.participantId(), name),
                      new AttributeRow(
                          orgId,
                          conversation.conversationId(),
                          participant.participantId(),
                          name,
                          value,
                          participant.purpose(),
                          startDay));
                }
              });
    }
    return List.copyOf(rows.values());
  }

  private record Key(String participantId, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = participantId.compareTo(other.participantId);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }
}
