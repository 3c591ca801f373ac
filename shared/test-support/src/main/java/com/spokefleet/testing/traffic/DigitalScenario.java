package com.spokefleet.testing.traffic;

/** A chat, message or e-mail: straight into a queue; e-mails stay open for hours to days. */
final class DigitalScenario implements Scenario {
  private final Channel channel;

  DigitalScenario(Channel channel) {
    this.channel = channel;
  }

  @Override
  public void play(Stage stage) {
    long start = stage.conversation().start();
    GeneratedSession customer = stage.customerEnters(channel, "inbound");
    QueueJourney.Leaving leaving =
        new QueueJourney(stage, channel).through(stage.anyQueue(), start + 2);
    stage.customerLeaves(
        customer, start, leaving.instant(), leaving.customerDisconnect(), leaving.queueId());
  }
}
