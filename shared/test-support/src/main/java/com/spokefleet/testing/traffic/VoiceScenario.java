package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.DirectoryEntry;

/** An inbound call: a menu, then queues and agents. Some callers hang up in the menu. */
final class VoiceScenario implements Scenario {
  private static final long RINGING_MILLIS = 300;

  @Override
  public void play(Stage stage) {
    Dice dice = stage.dice();
    long start = stage.conversation().start();
    GeneratedSession customer = stage.customerEnters(Channel.VOICE, "inbound");
    customer.segment("system", start, start + RINGING_MILLIS, null);
    long connected = start + RINGING_MILLIS;
    long menuEnd = connected + dice.around(25_000);
    DirectoryEntry queue = stage.anyQueue();
    boolean hangsUp = dice.chance(0.06);
    menu(stage, queue, connected, menuEnd, hangsUp);
    if (hangsUp) {
      stage.customerLeaves(customer, connected, menuEnd, "endpoint", "");
      return;
    }
    QueueJourney.Leaving leaving =
        new QueueJourney(stage, Channel.VOICE).through(queue, menuEnd + 5);
    stage.customerLeaves(
        customer, connected, leaving.instant(), leaving.customerDisconnect(), leaving.queueId());
  }

  private static void menu(
      Stage stage, DirectoryEntry queue, long start, long end, boolean hangsUp) {
    GeneratedSession session =
        stage.leg(stage.participant("ivr", "Main IVR", null), Channel.VOICE, "inbound");
    String caller = "tel:" + stage.customer().phone();
    session.ran(
        hangsUp
            ? Flows.menuLeft(queue, caller, start, end)
            : Flows.menuTo(queue, caller, start, end));
    session.segment("system", start, start + 20, null);
    session.segment("ivr", start + 20, end, null).disconnectedBy(hangsUp ? "peer" : "transfer");
    session
        .metric("nFlow", 1, start + 20)
        .metric("tIvr", end - start - 20, end)
        .metric("tFlow", end - start - 20, end)
        .metric(hangsUp ? "tFlowDisconnect" : "tFlowExit", end - start - 20, end)
        .metric("nFlowOutcome", 1, end)
        .metric("tFlowOutcome", end - start, end);
    stage.conversation().lastsUntil(end);
  }
}
