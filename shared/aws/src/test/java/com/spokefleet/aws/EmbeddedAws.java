package com.spokefleet.aws;

import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the AWS that runs in this process: S3Proxy and DynamoDB Local from Maven Central,
 * and a double of Secrets Manager, of which nobody publishes a server. Started once for all tests.
 */
final class EmbeddedAws implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEndpoints.class;
  }

  @Override
  public AwsEndpoints resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return servers(context);
  }

  static AwsEndpoints servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(EmbeddedAws.class))
        .computeIfAbsent(Servers.class, key -> Servers.start(), Servers.class);
  }

  /** Closed by JUnit's store at the end of the run. */
  private record Servers(
      EmbeddedS3 s3Server,
      EmbeddedDynamoDb dynamoDbServer,
      EmbeddedSecretsManager secretsManagerServer)
      implements AwsEndpoints, AutoCloseable {
    @Override
    public String toString() {
      return "S3Proxy, DynamoDB Local and a double of Secrets Manager in this process";
    }

    static Servers start() {
      try {
        return new Servers(
            new EmbeddedS3(), EmbeddedDynamoDb.start(), new EmbeddedSecretsManager());
      } catch (Exception failed) {
        throw new IllegalStateException("Cannot start the embedded servers", failed);
      }
    }

    @Override
    public URI s3() {
      return s3Server.address();
    }

    @Override
    public URI dynamoDb() {
      return dynamoDbServer.address();
    }

    @Override
    public URI secretsManager() {
      return secretsManagerServer.address();
    }

    @Override
    public void close() throws Exception {
      s3Server.close();
      dynamoDbServer.close();
      secretsManagerServer.close();
    }
  }
}
