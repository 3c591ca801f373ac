package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.DirectoryEntry;

/** A callback waits in the queue for an agent, who then calls the customer. */
final class CallbackScenario implements Scenario {
  @Override
  public void play(Stage stage) {
    Dice dice = stage.dice();
    long start = stage.conversation().start();
    DirectoryEntry queue = stage.anyQueue();
    GeneratedSession request = stage.customerEnters(Channel.CALLBACK, "inbound");
    QueueJourney journey = new QueueJourney(stage, Channel.CALLBACK);
    AgentLeg callback =
        journey.isAnswered(queue, start, dice.around(Channel.CALLBACK.pace().queueing()), "flow");
    long accepted = callback.now();
    AgentLeg call =
        AgentLeg.of(stage, Channel.VOICE, "outbound", callback.agent(), queue, accepted + 800);
    call.dials(dice.between(3_000, 20_000));
    call.session().metric("nOutbound", 1, call.now());
    call.talks(dice.around(180_000)).leaves("client");
    long hungUp = call.now();
    call.skipsWrapUp();
    callback.session().segment("callback", accepted, hungUp, queue.id());
    callback.waitsUntil(hungUp).leaves("client");
    callback.wrapsUp(dice.around(30_000), stage.anyWrapupCode(), "client", dice.chance(0.3));
    stage.customerLeaves(request, start, hungUp, "peer", queue.id());
  }
}
