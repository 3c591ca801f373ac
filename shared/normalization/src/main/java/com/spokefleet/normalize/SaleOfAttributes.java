package com.spokefleet.normalize;

import com.spokefleet.config.RevenueSource;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.currency.Sale;
import com.spokefleet.normalize.row.StartDay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a conversation earned in its participants' attributes. Flows and scripts write them to
 * the customer, and copies can stand with other participants: the customer's value counts, else the
 * last participant's that has one. Values are never added up.
 */
final class SaleOfAttributes {
  private static final Set<String> CUSTOMERS = Set.of("customer", "external");

  private final Optional<RevenueSource.Attributes> names;

  SaleOfAttributes(Optional<RevenueSource> revenue) {
    this.names =
        revenue
            .filter(RevenueSource.Attributes.class::isInstance)
            .map(RevenueSource.Attributes.class::cast);
  }

  Optional<Sale> of(Conversation conversation, Instant end, StartDay startDay) {
    return names.flatMap(
        attributes ->
            value(conversation.participants(), attributes.amount())
                .map(
                    amount ->
                        new Sale(
                            conversation.conversationId(),
                            startDay,
                            conversation.start(),
                            end,
                            amount,
                            currency(conversation, attributes),
                            Sale.ATTRIBUTE)));
  }

  private static @Nullable String currency(
      Conversation conversation, RevenueSource.Attributes attributes) {
    return attributes
        .currency()
        .flatMap(name -> value(conversation.participants(), name))
        .orElse(null);
  }

  private static Optional<String> value(List<Participant> participants, String name) {
    @Nullable String found = null;
    boolean ofCustomer = false;
    for (Participant participant : participants) {
      String value = participant.attributes().get(name);
      boolean customer = participant.purpose() != null && CUSTOMERS.contains(participant.purpose());
      if (value != null && !value.isBlank() && (customer || !ofCustomer)) {
        found = value;
        ofCustomer = customer;
      }
    }
    return Optional.ofNullable(found);
  }
}
