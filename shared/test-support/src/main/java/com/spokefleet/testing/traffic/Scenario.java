package com.spokefleet.testing.traffic;

/** One way a conversation can go, from its start to its last wrap-up. */
@FunctionalInterface
interface Scenario {
  void play(Stage stage);
}
