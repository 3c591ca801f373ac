package com.spokefleet.testing.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.render.RecordForm;
import com.spokefleet.testing.traffic.Conversations;
import java.io.IOException;
import java.util.List;

/** The conversations an organisation serves, generated or given. */
interface Records extends Conversations {
  /** Writes the record as of an instant. */
  void write(JsonGenerator json, RecordForm form, long epochDay, int position, long asOf)
      throws IOException;

  /** What the ledger says about the conversation as of an instant. */
  TrueConversation truth(long epochDay, int position, long asOf);

  /** Every metric of every session as of an instant, those still to be emitted included. */
  List<Emission> emissions(long epochDay, int position, long asOf);

  /** Values a dimension of the whole conversation has. */
  List<String> conversationValues(long epochDay, int position, long asOf, String dimension);

  /** True where the filter holds for at least one segment. */
  boolean anySegment(long epochDay, int position, long asOf, QueryFilter filter);
}
