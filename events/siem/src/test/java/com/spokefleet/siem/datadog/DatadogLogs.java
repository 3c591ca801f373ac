package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.fixture.SentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Datadog gets of events, by the transformation that Firehose calls. */
final class DatadogLogs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Flattener flattener;

  DatadogLogs() {
    String org = Fixture.read("any", "about: any\nevents: []").lookups().orgs().getFirst().id();
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Datadog("datadog"),
            List.of(new EventOrg(org, "emea", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.of("env:HASH_KEY"));
    this.flattener =
        settings.flattener(key -> key.getBytes(StandardCharsets.UTF_8), EventOrg.unknownButUsual());
  }

  JsonNode of(SentEvent event) {
    byte[] bytes = event.json().getBytes(StandardCharsets.UTF_8);
    JsonBytes out = new JsonBytes(4_096);
    try {
      if (flattener.flatten(bytes, 0, bytes.length, event.at().toEpochMilli(), out).isPresent()) {
        throw new IllegalStateException("Cannot search what is dropped: " + event.json());
      }
      return JSON.readTree(new String(out.array(), 0, out.length(), StandardCharsets.UTF_8));
    } catch (BadRecordException bad) {
      throw new IllegalStateException("Cannot flatten " + event.json(), bad);
    } catch (IOException bad) {
      throw new UncheckedIOException("Cannot flatten " + event.json(), bad);
    }
  }
}
