package com.spokefleet.infra.spoke;

import com.spokefleet.aws.SecretsManagerSecretStore;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The secrets that fleet.yaml refers to, by name. Those whose name begins with {@code spokefleet/}
 * and that are of this org alone are created by its stack: a client's credentials empty, to be
 * filled by a person, a key for hashes with a random value nobody needs to know. All others must be
 * there. No value is ever in a template.
 */
public final class OrgSecrets extends Construct {
  private static final String SCHEME = SecretsManagerSecretStore.SCHEME + ":";
  private static final String OURS = "spokefleet/";
  private static final int KEY_LENGTH = 64;

  private final IKey key;
  private final Map<String, ISecret> secrets = new LinkedHashMap<>();

  public OrgSecrets(Construct scope, String id, IKey key) {
    super(scope, id);
    this.key = key;
  }

  /** The org's client of Genesys Cloud. */
  public ISecret credentials(String reference) {
    return secrets.computeIfAbsent(
        nameOf(reference),
        name ->
            name.startsWith(OURS)
                ? created("Credentials", CfnSecret.Builder.create(this, "Empty"), name)
                : imported(name));
  }

  /** A key that nobody has to know, only to keep. */
  public ISecret hashKey(String reference) {
    return secrets.computeIfAbsent(
        nameOf(reference),
        name ->
            name.startsWith(OURS)
                ? created(
                    "HashKey",
                    CfnSecret.Builder.create(this, "Random")
                        .generateSecretString(
                            CfnSecret.GenerateSecretStringProperty.builder()
                                .passwordLength(KEY_LENGTH)
                                .excludePunctuation(true)
                                .build()),
                    name)
                : imported(name));
  }

  /** A secret that several orgs share, or that belongs to somebody else. */
  public ISecret shared(String reference) {
    return secrets.computeIfAbsent(nameOf(reference), this::imported);
  }

  private ISecret created(String id, CfnSecret.Builder builder, String name) {
    CfnSecret made = builder.name(name).kmsKeyId(key.getKeyArn()).build();
    made.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return Secret.fromSecretCompleteArn(this, id, made.getRef());
  }

  private ISecret imported(String name) {
    return Secret.fromSecretNameV2(this, "Imported" + secrets.size(), name);
  }

  private static String nameOf(String reference) {
    if (!reference.startsWith(SCHEME)) {
      throw new IllegalArgumentException("Cannot deploy a secret that is not at " + SCHEME);
    }
    return reference.substring(SCHEME.length());
  }
}
