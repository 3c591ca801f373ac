package com.spokefleet.infra.spoke;

import com.spokefleet.config.ExchangeRates;
import com.spokefleet.config.Latency;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.config.schedule.Slot;
import com.spokefleet.infra.alarm.AlarmRule;
import com.spokefleet.infra.alarm.Alarms;
import com.spokefleet.infra.alarm.CommonRules;
import com.spokefleet.infra.event.EventAlarms;
import com.spokefleet.infra.event.EventPath;
import com.spokefleet.infra.naming.HubArns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** All of one org, in the region and account it belongs to. Here its parts are put together. */
public final class SpokeStack extends Stack {
  public SpokeStack(Construct scope, OrgScope org, Slot slot, StackProps props) {
    super(scope, org.names().stack(), props);
    OrgStorage storage = new OrgStorage(this, "Storage", org.names(), org.rawDays());
    OrgSecrets secrets = new OrgSecrets(this, "Secrets", storage.key());
    List<ISecret> readable = readable(org, secrets);

    Optional<EventPath> events =
        FleetEvents.bus(org.spoke())
            .map(bus -> new EventPath(this, "Events", org, bus, storage, secrets));
    IngestSettings settings =
        new IngestSettings(
            org,
            storage,
            new HubArns(org.fleet(), this),
            FleetLayer.of(this, "Fleet", org),
            readable,
            events.map(EventPath::streams).orElse(Map.of()));
    IngestFunction ingest = new IngestFunction(this, "Ingest", org, storage, settings);
    new TickSchedule(this, "Ticks", org, storage, ingest, slot);
    Optional<ClosureTrigger> closure =
        org.spoke().latency() == Latency.IMMEDIATE
            ? Optional.of(new ClosureTrigger(this, "Closure", org, storage, settings))
            : Optional.empty();
    events.ifPresent(path -> path.connect(closure.map(ClosureTrigger::queue)));
    new BackfillMachine(this, "Backfill", org, ingest);
    new Alarms(
        this,
        "Alarms",
        org.names(),
        storage.key(),
        org.fleet().operations().notified(),
        rules(org, ingest, closure, events));
    output("IngestFunction", ingest.function().function().getFunctionName());
    output("RawBucketName", storage.raw().getBucketName());
    output("CheckpointTable", storage.checkpoints().getTableName());
    events.ifPresent(path -> output("DeadLetterQueue", path.deadLetters().getQueueUrl()));
  }

  private static List<ISecret> readable(OrgScope org, OrgSecrets secrets) {
    List<ISecret> readable = new ArrayList<>();
    readable.add(secrets.credentials(org.spoke().credentials()));
    org.fleet()
        .exchangeRates()
        .flatMap(SpokeStack::apiKey)
        .ifPresent(key -> readable.add(secrets.shared(key.reference())));
    return readable;
  }

  private static Optional<ExchangeRates.ApiKey> apiKey(ExchangeRates rates) {
    return rates instanceof ExchangeRates.Quote quote ? quote.apiKey() : Optional.empty();
  }

  private static List<AlarmRule> rules(
      OrgScope org,
      IngestFunction ingest,
      Optional<ClosureTrigger> closure,
      Optional<EventPath> events) {
    List<AlarmRule> rules = new ArrayList<>(new OrgAlarms(org).rules());
    rules.add(CommonRules.deadLetters("ingest", ingest.deadLetters().getQueueName()));
    rules.add(CommonRules.failing("ingest", ingest.function().function().getFunctionName()));
    closure.ifPresent(
        trigger -> {
          rules.add(CommonRules.deadLetters("closure", trigger.deadLetters().getQueueName()));
          rules.add(
              CommonRules.failing("closure", trigger.function().function().getFunctionName()));
        });
    events.ifPresent(
        path -> {
          rules.add(CommonRules.deadLetters("events", path.deadLetters().getQueueName()));
          path.functions()
              .forEach(
                  (part, function) ->
                      rules.add(CommonRules.failing(part, function.function().getFunctionName())));
          rules.addAll(
              new EventAlarms(org.spoke().name(), OrgAlarms.maintenance(org.spoke().name()))
                  .rules(
                      path.figures(),
                      org.fleet().operations().silence(),
                      org.fleet().operations().dailyBytes()));
        });
    return rules;
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }
}
