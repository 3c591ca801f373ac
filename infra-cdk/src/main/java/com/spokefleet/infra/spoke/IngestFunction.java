package com.spokefleet.infra.spoke;

import com.spokefleet.config.Residency;
import com.spokefleet.infra.function.DeadLetterQueue;
import com.spokefleet.infra.function.FunctionSettings;
import com.spokefleet.infra.function.JavaFunction;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.infra.naming.HubArns;
import com.spokefleet.ingest.IngestHandler;
import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The ingestion of one org: its function, which runs what is due whenever it is called, and never
 * twice at once.
 */
public final class IngestFunction extends Construct {
  /** A whole processor: reading JSON and writing Parquet is what takes the time. */
  private static final int MEMORY_MEGABYTES = 1_792;

  /** Results of jobs are sorted on disk. */
  private static final int SCRATCH_GIBIBYTES = 4;

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** How long a call may wait at most can be no less and no more than this. */
  private static final int YOUNGEST_SECONDS = 60;

  private static final int OLDEST_SECONDS = 21_600;

  private final JavaFunction function;
  private final Queue deadLetters;

  public IngestFunction(
      Construct scope, String id, OrgScope org, OrgStorage storage, IngestSettings settings) {
    super(scope, id);
    deadLetters = DeadLetterQueue.of(this, org.names(), "ingest", storage.key(), org.rawDays());
    function =
        new JavaFunction(
            this,
            "Ingest",
            org.names(),
            new FunctionSettings(
                "ingest",
                "Ingests " + org.spoke().name() + " of fleet " + org.fleet().name(),
                IngestHandler.class,
                org.code().ingest(),
                MEMORY_MEGABYTES,
                longestRun(org),
                settings.environment()),
            org.logDays(),
            builder ->
                builder
                    .layers(List.of(settings.layer()))
                    .ephemeralStorageSize(Size.gibibytes(SCRATCH_GIBIBYTES))
                    .reservedConcurrentExecutions(1));
    // The next tick is the retry.
    CfnEventInvokeConfig.Builder.create(this, "Calls")
        .functionName(function.function().getFunctionName())
        .qualifier("$LATEST")
        .maximumRetryAttempts(0)
        .maximumEventAgeInSeconds(
            Math.clamp(
                org.spoke().schedule().period().toSeconds(), YOUNGEST_SECONDS, OLDEST_SECONDS))
        .destinationConfig(
            CfnEventInvokeConfig.DestinationConfigProperty.builder()
                .onFailure(
                    CfnEventInvokeConfig.OnFailureProperty.builder()
                        .destination(deadLetters.getQueueArn())
                        .build())
                .build())
        .build();
    function
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .sid("DeadLetters")
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(deadLetters.getQueueArn()))
                .build());
    grant(function.role(), org, storage, settings);
  }

  public JavaFunction function() {
    return function;
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  /** All that reading an org and landing what was read needs. */
  static void grant(Role role, OrgScope org, OrgStorage storage, IngestSettings settings) {
    Tags.of(role).add(FleetNames.FLEET_TAG, org.fleet().name());
    Tags.of(role).add(FleetNames.ORG_ID_TAG, org.spoke().orgId());
    Tags.of(role)
        .add(
            FleetNames.RESIDENCY_TAG,
            org.spoke().residency() == Residency.METRICS_ONLY ? "metrics-only" : "full");
    HubArns hub = settings.hub();
    new LakeAccess(org, hub).statements().forEach(role::addToPolicy);
    new OwnAccess(storage, settings).statements().forEach(role::addToPolicy);
  }

  private static Duration longestRun(OrgScope org) {
    Duration period = org.spoke().schedule().period();
    if (period.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return period.compareTo(LONGEST) > 0 ? LONGEST : period;
  }
}
