package com.spokefleet.siem.install;

import com.spokefleet.testing.siem.ApiFault;
import com.spokefleet.testing.siem.RequestLedger;
import com.spokefleet.testing.stream.intake.FaultScript;
import java.time.Duration;
import java.util.List;

/** A local SIEM with two versions of content, as the contract of installations needs it. */
public interface Site extends AutoCloseable {
  Installation installation();

  RequestLedger requests();

  FaultScript<ApiFault> faults();

  /** How long was waited so far. */
  Duration waited();

  /** Both have {@link #changed} and another one; each has one that the other has not. */
  List<WantedObject> content(int version);

  /** What differs between the versions. */
  ObjectKey changed();

  /** Somebody changes that one, in a field that differs between the versions. */
  void editByHand();

  /** What the edited field is now. */
  String edited();

  /** Somebody makes something of a name that is in both versions, and something else besides. */
  ObjectKey addForeign();

  /** What is not ours, as text that is the same exactly if it is. */
  String foreign();

  /** How many objects are there that nobody else made. */
  int ours();

  @Override
  void close();
}
