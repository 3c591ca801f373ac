package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.Customer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Everything on a leg that carries no figure: addresses, names, devices and voice quality. */
final class SessionDetails {
  private static final List<String> CODECS = List.of("audio/opus", "audio/PCMU", "audio/G729");

  private final Customer customer;
  private final Dice details;
  private final String companyNumber;
  private final String edgeId;
  private final String protocolCallId;
  private final String scheduledTime;
  private final List<String> skills;

  SessionDetails(Customer customer, Dice details) {
    this.customer = customer;
    this.details = details;
    this.companyNumber = "tel:+4930555000" + details.between(10, 99);
    this.edgeId = "e0e0e0e0-0001-4001-8001-00000000000" + details.between(1, 4);
    this.protocolCallId =
        details.uuid()
            + "-"
            + customer.contactId().substring(24)
            + "@192.0.2."
            + details.between(1, 250);
    this.scheduledTime =
        Instant.ofEpochSecond(1_700_000_000L + details.between(0, 99_999_999))
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    this.skills =
        List.of(
            "d0d0d0d0-000" + details.between(1, 9) + "-4001-8001-000000000001",
            "d0d0d0d0-000" + details.between(1, 9) + "-4001-8001-000000000002");
  }

  List<String> skills() {
    return skills;
  }

  void describe(GeneratedSession session, Channel channel, String remote) {
    session.with("provider", channel.provider());
    switch (channel) {
      case VOICE -> describeVoice(session, remote);
      case CALLBACK ->
          session
              .with("callbackNumbers", List.of(customer.phone()))
              .with("callbackUserName", customer.name())
              .with("callbackScheduledTime", scheduledTime)
              .with("timeoutSeconds", 0)
              .with("skipEnabled", true)
              .with("scriptId", "5c5c5c5c-0001-4001-8001-000000000001");
      case CHAT ->
          session
              .with("roomId", "conference-" + details.between(1, 99_999) + "@chat.invalid")
              .with("remote", remote)
              .with("addressFrom", customer.chatAddress())
              .with("authenticated", false);
      case MESSAGE ->
          session
              .with("messageType", "whatsapp")
              .with("addressFrom", customer.phone())
              .with("addressTo", companyNumber)
              .with("remote", remote)
              .with("deliveryStatus", "Received");
      case EMAIL ->
          session
              .with("addressFrom", customer.email())
              .with("addressTo", "service@company.example")
              .with("addressOther", customer.email())
              .with("addressSelf", "service@company.example")
              .with("cc", List.of("cc-" + customer.email()))
              .with("bcc", List.of("bcc-" + customer.email()))
              .with("remote", remote);
    }
  }

  private void describeVoice(GeneratedSession session, String remote) {
    boolean inbound = session.direction().equals("inbound");
    String customerNumber = "tel:" + customer.phone();
    session
        .with("ani", inbound ? customerNumber : companyNumber)
        .with("dnis", inbound ? companyNumber : customerNumber)
        .with("sessionDnis", inbound ? companyNumber : customerNumber)
        .with("edgeId", edgeId)
        .with("protocolCallId", protocolCallId)
        .with("remote", remote)
        .with("remoteNameDisplayable", remote)
        .with("recording", true);
  }

  /** What only legs of queues and agents carry. */
  void describeRouting(GeneratedSession session, String selectedAgentId) {
    session
        .with("requestedRoutings", List.of("Standard"))
        .with("usedRouting", "Standard")
        .with("activeSkillIds", skills)
        .with("selectedAgentId", selectedAgentId)
        .with(
            "destinationAddresses",
            List.of("sip:agent." + customer.contactId() + "%40company.example@localhost"));
  }

  void describeEnd(GeneratedSegment segment, String mediaType) {
    switch (mediaType) {
      case "voice" ->
          segment.with("q850ResponseCodes", List.of(16)).with("sipResponseCodes", List.of(200));
      case "email" -> segment.with("subject", customer.name() + ": Rechnung № 4711 / 請求書");
      default -> {}
    }
  }

  /** Notes name the customer, as agents do. */
  String wrapUpNote() {
    return "Customer " + customer.name() + " asked to be called at " + customer.phone();
  }

  void measure(GeneratedSession session, long instant) {
    if (session.mediaType().equals("voice")) {
      double mos = 3.9 + details.between(0, 990) / 1_000.0;
      session.measured(
          new GeneratedEndpointStat(
              details.pick(CODECS),
              instant,
              details.between(20, 180),
              mos,
              60 + mos * 6.5,
              details.between(500, 40_000)));
    }
  }
}
