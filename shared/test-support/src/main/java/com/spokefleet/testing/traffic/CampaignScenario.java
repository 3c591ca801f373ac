package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.DirectoryEntry;

/** A call an agent places for a campaign: looked at, dialed, and answered or not. */
final class CampaignScenario implements Scenario {
  private static final String CAMPAIGN_ID = "ca3b0001-0001-4001-8001-000000000001";
  private static final String LIST_ID = "ca3b0002-0001-4001-8001-000000000001";

  @Override
  public void play(Stage stage) {
    Dice dice = stage.dice();
    long start = stage.conversation().start();
    boolean reached = dice.chance(0.55);
    DirectoryEntry queue = stage.anyQueue();
    GeneratedSession customer = stage.customerEnters(Channel.VOICE, "outbound");
    describe(stage, customer, reached);
    AgentLeg agent = AgentLeg.of(stage, Channel.VOICE, "outbound", stage.anyAgent(), queue, start);
    describe(stage, agent.session(), reached);
    agent.contacts(dice.around(6_000));
    long dialed = agent.now();
    agent.dials(dice.between(2_000, 25_000));
    agent.session().metric("nOutbound", 1, dialed).metric("nOutboundAttempted", 1, dialed);
    long answered = agent.now();
    customer.segment("dialing", dialed, answered, queue.id());
    if (reached) {
      agent.session().metric("nOutboundConnected", 1, answered);
      agent.talks(dice.around(120_000)).leaves("peer");
      stage.customerLeaves(customer, answered, agent.now(), "endpoint", queue.id());
    } else {
      agent.leaves("peer");
      customer.segments().getLast().disconnectedBy("uncallable");
    }
    agent.wrapsUp(dice.around(20_000), stage.anyWrapupCode(), "peer", reached && dice.chance(0.2));
  }

  private static void describe(Stage stage, GeneratedSession session, boolean reached) {
    session
        .with("outboundCampaignId", CAMPAIGN_ID)
        .with("outboundContactListId", LIST_ID)
        .with("outboundContactId", stage.customer().contactId())
        .with("dispositionAnalyzer", reached ? "speech.person" : "timeout")
        .with(
            "dispositionName",
            reached
                ? "disposition.classification.callable.person"
                : "disposition.classification.callable.noanswer");
  }
}
