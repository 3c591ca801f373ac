package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueFact;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.ServiceTargets;
import java.time.Instant;

/**
 * A customer's way through queues and agents until somebody hangs up: waits, abandons, flow-outs,
 * agents who do not answer, holds, blind and consult transfers.
 */
final class QueueJourney {
  /** Abandons below this are short ones. */
  static final long SHORT_ABANDON_MILLIS = 5_000;

  private static final int MOST_VISITS = 3;
  private static final long ALERT_TIMEOUT_MILLIS = 15_000;

  private final Stage stage;
  private final Dice dice;
  private final Channel channel;
  private final int mostVisits;

  QueueJourney(Stage stage, Channel channel) {
    this.stage = stage;
    this.dice = stage.dice();
    this.channel = channel;
    this.mostVisits = channel == Channel.EMAIL ? 2 : MOST_VISITS;
  }

  /** When and how the customer's leg ends, and the queue it ended in. */
  record Leaving(long instant, String customerDisconnect, String queueId) {}

  Leaving through(DirectoryEntry firstQueue, long from) {
    DirectoryEntry queue = firstQueue;
    long instant = from;
    String flowIn = channel == Channel.VOICE ? "ivr" : "unknown";
    for (int visit = 1; visit < mostVisits; visit++) {
      double fate = dice.random().nextDouble();
      if (fate < channel.pace().abandon()) {
        return abandons(queue, instant, flowIn);
      }
      if (fate < channel.pace().abandon() + 0.02) {
        instant = flowsOut(queue, instant, flowIn);
        flowIn = "flow";
      } else {
        long wait = dice.around(channel.pace().queueing());
        AgentLeg agent = isAnswered(queue, instant, wait, flowIn);
        work(agent);
        if (!dice.chance(channel.pace().transfer())) {
          return finish(agent, queue);
        }
        if (channel == Channel.VOICE && dice.chance(0.35)) {
          return consults(agent, queue);
        }
        agent.transfers(false).leaves("transfer");
        instant = agent.now() + 40;
        wrapUp(agent, "transfer");
        flowIn = "agent";
      }
      queue = stage.otherQueue(queue);
    }
    AgentLeg agent = isAnswered(queue, instant, dice.around(channel.pace().queueing()), flowIn);
    work(agent);
    return finish(agent, queue);
  }

  private Leaving abandons(DirectoryEntry queue, long instant, String flowIn) {
    boolean isShort = dice.chance(0.25);
    long wait =
        isShort
            ? dice.between(800, SHORT_ABANDON_MILLIS - 1)
            : SHORT_ABANDON_MILLIS + dice.around(channel.pace().queueing());
    GeneratedSession session = visit(queue, instant, wait, flowIn, "peer");
    long end = session.segments().getLast().end();
    session.metric("tAbandon", wait, end);
    if (isShort) {
      session.metric("tShortAbandon", wait, end);
    }
    stage.fact(
        new TrueFact.Abandoned(
            queue.id(), channel.mediaType(), wait, isShort, Instant.ofEpochMilli(end)));
    return new Leaving(end, "endpoint", queue.id());
  }

  private long flowsOut(DirectoryEntry queue, long instant, String flowIn) {
    long wait = dice.around(channel.pace().queueing());
    GeneratedSession session = visit(queue, instant, wait, flowIn, "transfer");
    long end = session.segments().getLast().end();
    session.metric("tFlowOut", wait, end).with("flowOutType", "acd");
    stage.fact(
        new TrueFact.FlowedOut(queue.id(), channel.mediaType(), wait, Instant.ofEpochMilli(end)));
    return end + 30;
  }

  /** The visit of a queue that ends with an agent's answer. */
  AgentLeg isAnswered(DirectoryEntry queue, long instant, long drawnWait, String flowIn) {
    boolean firstAgentMisses = dice.chance(0.04);
    long wait = firstAgentMisses ? ALERT_TIMEOUT_MILLIS + 2_000 + drawnWait : drawnWait;
    GeneratedSession session = visit(queue, instant, wait, flowIn, "transfer");
    long answered = session.segments().getLast().end();
    if (wait > ServiceTargets.thresholdMillis(channel.mediaType())) {
      session.metric("nOverSla", 1, answered);
    }
    if (firstAgentMisses) {
      AgentLeg misses =
          AgentLeg.of(stage, channel, "inbound", stage.anyAgent(), queue, answered - wait + 500);
      misses.doesNotRespond(ALERT_TIMEOUT_MILLIS, dice.chance(0.3));
    }
    DirectoryEntry agent = stage.anyAgent();
    long alert = Math.min(drawnWait, dice.between(1_500, 9_000));
    return AgentLeg.of(stage, channel, "inbound", agent, queue, answered - alert)
        .answers(alert, wait);
  }

  private GeneratedSession visit(
      DirectoryEntry queue, long instant, long wait, String flowIn, String disconnectType) {
    GeneratedSession session =
        stage.leg(stage.participant("acd", queue.name(), null), channel, "inbound");
    stage.sessionDetails().describeRouting(session, stage.details().uuid());
    session.with("flowInType", flowIn);
    long offered = instant + 15;
    session
        .segment("delay", instant, offered, queue.id())
        .with("requestedRoutingSkillIds", stage.sessionDetails().skills());
    session
        .segment("interact", offered, offered + wait, queue.id())
        .disconnectedBy(disconnectType)
        .with("requestedRoutingSkillIds", stage.sessionDetails().skills());
    session.metric("nOffered", 1, offered);
    session.metric("tAcd", wait, offered + wait);
    session.ran(Flows.inQueue(queue));
    stage.fact(
        new TrueFact.Offered(queue.id(), channel.mediaType(), Instant.ofEpochMilli(offered)));
    stage.conversation().lastsUntil(offered + wait);
    return session;
  }

  private void work(AgentLeg agent) {
    agent.talks(talkMillis());
    while (dice.chance(channel.pace().hold())) {
      agent.holds(dice.around(30_000)).talks(talkMillis() / 2 + 1);
    }
  }

  private long talkMillis() {
    return Math.min(dice.around(channel.pace().talk()), channel.pace().longestTalk());
  }

  private Leaving consults(AgentLeg agent, DirectoryEntry queue) {
    DirectoryEntry target = stage.otherQueue(queue);
    AgentLeg second = isAnswered(target, agent.now(), dice.around(8_000), "agent");
    long together = dice.around(20_000);
    agent.holds(second.now() - agent.now() + together).transfers(true).leaves("consultTransfer");
    wrapUp(agent, "consultTransfer");
    second.talks(together + talkMillis());
    return finish(second, target);
  }

  private Leaving finish(AgentLeg agent, DirectoryEntry queue) {
    boolean customerHangsUp = dice.chance(0.6);
    agent.leaves(customerHangsUp ? "peer" : "client");
    long instant = agent.now();
    wrapUp(agent, customerHangsUp ? "peer" : "client");
    return new Leaving(instant, customerHangsUp ? "endpoint" : "peer", queue.id());
  }

  private void wrapUp(AgentLeg agent, String disconnectType) {
    if (dice.chance(0.05)) {
      agent.skipsWrapUp();
    } else {
      long acw = dice.around(channel.pace().afterCallWork());
      agent.wrapsUp(acw, stage.anyWrapupCode(), disconnectType, dice.chance(0.3));
    }
  }
}
