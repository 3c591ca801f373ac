package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueFact;
import com.spokefleet.testing.org.Customer;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.DirectoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a scenario plays: the cast, the draws, and the conversation that takes shape. */
final class Stage {
  private final GeneratedConversation conversation;
  private final Directory directory;
  private final Customer customer;
  private final Dice dice;
  private final Dice details;
  private final SessionDetails sessionDetails;
  private @Nullable GeneratedSession customerSession;

  Stage(
      GeneratedConversation conversation,
      Directory directory,
      Customer customer,
      Dice dice,
      Dice details) {
    this.conversation = conversation;
    this.directory = directory;
    this.customer = customer;
    this.dice = dice;
    this.details = details;
    this.sessionDetails = new SessionDetails(customer, details);
  }

  GeneratedConversation conversation() {
    return conversation;
  }

  Dice dice() {
    return dice;
  }

  /** Draws that decide nothing but looks. */
  Dice details() {
    return details;
  }

  Customer customer() {
    return customer;
  }

  SessionDetails sessionDetails() {
    return sessionDetails;
  }

  DirectoryEntry anyQueue() {
    // The minimum of two draws: the first queues are busier than the last ones.
    List<DirectoryEntry> queues = directory.queues();
    long index = Math.min(dice.between(0, queues.size() - 1), dice.between(0, queues.size() - 1));
    return queues.get((int) index);
  }

  DirectoryEntry otherQueue(DirectoryEntry than) {
    DirectoryEntry queue = anyQueue();
    if (!queue.id().equals(than.id())) {
      return queue;
    }
    List<DirectoryEntry> queues = directory.queues();
    return queues.get((queues.indexOf(than) + 1) % queues.size());
  }

  DirectoryEntry anyAgent() {
    return dice.pick(directory.users());
  }

  /** A wrap-up code, or what the platform writes when the agent took too long to choose. */
  String anyWrapupCode() {
    return dice.chance(0.06) ? "ININ-WRAP-UP-TIMEOUT" : dice.pick(directory.wrapupCodes()).id();
  }

  void fact(TrueFact fact) {
    conversation.fact(fact);
  }

  GeneratedParticipant participant(String purpose, @Nullable String name, @Nullable String userId) {
    return conversation.add(new GeneratedParticipant(details.uuid(), purpose, name, userId, null));
  }

  /** The customer's own leg, which lasts for the whole of the customer's presence. */
  GeneratedSession customerEnters(Channel channel, String direction) {
    GeneratedParticipant participant =
        conversation.add(
            new GeneratedParticipant(
                details.uuid(),
                direction.equals("inbound") ? "customer" : "external",
                customer.name(),
                null,
                details.chance(0.5) ? customer.externalContactId() : null));
    participant
        .attribute("callerName", customer.name())
        .attribute("callerLanguage", customer.language().code());
    return customerSession(participant, channel, direction);
  }

  GeneratedSession customerSession(
      GeneratedParticipant participant, Channel channel, String direction) {
    GeneratedSession session =
        new GeneratedSession(details.uuid(), null, channel.mediaType(), direction);
    sessionDetails.describe(session, channel, customer.name());
    customerSession = session;
    return participant.add(session);
  }

  /** A leg that belongs to the customer's. */
  GeneratedSession leg(GeneratedParticipant participant, Channel channel, String direction) {
    String peer = customerSession == null ? null : customerSession.id();
    GeneratedSession session =
        new GeneratedSession(details.uuid(), peer, channel.mediaType(), direction);
    sessionDetails.describe(session, channel, customer.name());
    return participant.add(session);
  }

  /** Closes the customer's leg, connected since {@code since}. */
  void customerLeaves(
      GeneratedSession session, long since, long instant, String disconnectType, String queueId) {
    GeneratedSegment segment =
        session.segment("interact", since, instant, queueId.isEmpty() ? null : queueId);
    segment.disconnectedBy(disconnectType);
    sessionDetails.describeEnd(segment, session.mediaType());
    session.metric("nConnected", 1, since).metric("tConnected", instant - since, instant);
    sessionDetails.measure(session, instant);
    conversation.lastsUntil(instant);
  }
}
