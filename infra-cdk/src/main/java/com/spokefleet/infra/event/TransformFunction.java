package com.spokefleet.infra.event;

import com.spokefleet.config.Destination;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.infra.function.FunctionSettings;
import com.spokefleet.infra.function.JavaFunction;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.OrgSecrets;
import com.spokefleet.transform.TransformHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ParamsAndSecretsLayerVersion;
import software.amazon.awscdk.services.lambda.ParamsAndSecretsVersions;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * Transforms one org's events for one destination. Firehose calls an alias, since only published
 * versions start from a snapshot.
 */
final class TransformFunction extends Construct {
  private static final String ALIAS = "live";
  private static final int MEMORY_MEGABYTES = 1_024;

  /** Firehose waits for five minutes at most; a batch takes a fraction of a second. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final JavaFunction function;
  private final Alias alias;

  TransformFunction(
      Construct scope, String id, OrgScope org, Destination destination, OrgSecrets secrets) {
    super(scope, id);
    Optional<ISecret> hashKey = org.spoke().eventPrivacy().hashKey().map(secrets::hashKey);
    function =
        new JavaFunction(
            this,
            "Transform",
            org.names(),
            new FunctionSettings(
                "transform-" + destination.name(),
                "Events of %s for %s".formatted(org.spoke().name(), destination.name()),
                TransformHandler.class,
                org.code().transform(),
                MEMORY_MEGABYTES,
                TIMEOUT,
                Map.of(
                    TransformHandler.SETTINGS,
                    SettingsJson.write(FleetEvents.settings(org.spoke(), destination)))),
            org.logDays(),
            builder -> started(builder, hashKey));
    hashKey.ifPresentOrElse(
        key -> key.grantRead(function.role()),
        () ->
            Annotations.of(function.function())
                .acknowledgeWarning(
                    "@aws-cdk/aws-lambda:snapStartRequirePublish",
                    "Firehose calls the alias below"));
    alias =
        Alias.Builder.create(this, "Alias")
            .aliasName(ALIAS)
            .version(function.function().getCurrentVersion())
            .build();
  }

  JavaFunction function() {
    return function;
  }

  String aliasArn() {
    return alias.getFunctionArn();
  }

  /**
   * From a snapshot, but with a key to fetch: the extension that fetches it wants a token that a
   * function restored from a snapshot does not have.
   */
  private static Function.Builder started(Function.Builder builder, Optional<ISecret> hashKey) {
    return hashKey.isPresent()
        ? builder.paramsAndSecrets(
            ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103))
        : builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
  }
}
