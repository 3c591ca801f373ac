package com.spokefleet.events.settings;

import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;

/** A destination as far as the form of its records depends on it. */
public sealed interface DestinationSettings {
  /** As in fleet.yaml; what metrics are split by. */
  String name();

  Envelope envelope();

  /** Splunk's event collector, writing to this index. */
  record Splunk(String name, String index) implements DestinationSettings {
    @Override
    public Envelope envelope() {
      return new SplunkEnvelope(index);
    }
  }

  /** Datadog's log intake. */
  record Datadog(String name) implements DestinationSettings {
    @Override
    public Envelope envelope() {
      return new DatadogEnvelope();
    }
  }

  /** Whatever reads the Open Cybersecurity Schema Framework, one event a line. */
  record Ocsf(String name) implements DestinationSettings {
    @Override
    public Envelope envelope() {
      return new OcsfEnvelope();
    }
  }
}
