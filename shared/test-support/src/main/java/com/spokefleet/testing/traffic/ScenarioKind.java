package com.spokefleet.testing.traffic;

/** The scenarios with their share of all conversations, in percent. */
enum ScenarioKind {
  VOICE(60, false, new VoiceScenario()),
  CAMPAIGN(10, true, new CampaignScenario()),
  CALLBACK(5, false, new CallbackScenario()),
  CHAT(7, false, new DigitalScenario(Channel.CHAT)),
  MESSAGE(9, false, new DigitalScenario(Channel.MESSAGE)),
  EMAIL(9, false, new DigitalScenario(Channel.EMAIL));

  private final int percent;
  private final boolean outbound;
  private final Scenario scenario;

  ScenarioKind(int percent, boolean outbound, Scenario scenario) {
    this.percent = percent;
    this.outbound = outbound;
    this.scenario = scenario;
  }

  static ScenarioKind draw(Dice dice) {
    long drawn = dice.between(0, 99);
    for (ScenarioKind kind : values()) {
      drawn -= kind.percent;
      if (drawn < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("Cannot draw a scenario: shares add up to less than 100");
  }

  boolean outbound() {
    return outbound;
  }

  Scenario scenario() {
    return scenario;
  }
}
