package com.spokefleet.aws;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * Gives a test an AWS outside this process: the endpoint of {@code AWS_ENDPOINT_URL} if it is set,
 * else LocalStack where there is a Docker engine. Where there is neither, the test is skipped and
 * says so.
 */
final class LocalStack implements BeforeAllCallback, ParameterResolver {
  /** The last version that needs no account. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  @Override
  public void beforeAll(ExtensionContext context) {
    if (find(context) instanceof Missing(String reason)) {
      System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason);
      Assumptions.abort(reason);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEndpoints.class;
  }

  @Override
  public AwsEndpoints resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (find(context) instanceof Missing(String reason)) {
      throw new IllegalStateException("Cannot run: " + reason);
    }
    return endpoints(context).orElseThrow();
  }

  /** Empty where there is neither an endpoint nor a Docker engine. */
  static Optional<AwsEndpoints> endpoints(ExtensionContext context) {
    return switch (find(context)) {
      case Given given -> Optional.of(given);
      case Container container -> Optional.of(container);
      case Missing _ -> Optional.empty();
    };
  }

  /** Looked for, and started, once for all tests. */
  private static Outside find(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(LocalStack.class))
        .computeIfAbsent(Outside.class, key -> find(System.getenv(ENDPOINT)), Outside.class);
  }

  private static Outside find(@Nullable String endpoint) {
    if (endpoint != null && !endpoint.isBlank()) {
      return new Given(URI.create(endpoint));
    }
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return new Missing(
          "there is no Docker engine for LocalStack, and " + ENDPOINT + " is not set");
    }
    LocalStackContainer container =
        new LocalStackContainer(IMAGE).withServices("s3", "dynamodb", "secretsmanager");
    container.start();
    return new Container(container);
  }

  private sealed interface Outside {}

  private record Given(URI endpoint) implements Outside, AwsEndpoints {
    @Override
    public String toString() {
      return "AWS at " + endpoint + ", as " + ENDPOINT + " says";
    }

    @Override
    public URI s3() {
      return endpoint;
    }

    @Override
    public URI dynamoDb() {
      return endpoint;
    }

    @Override
    public URI secretsManager() {
      return endpoint;
    }
  }

  /** Closed by JUnit's store at the end of the run. */
  private record Container(LocalStackContainer container)
      implements Outside, AwsEndpoints, AutoCloseable {
    @Override
    public String toString() {
      return IMAGE + " in Docker";
    }

    @Override
    public URI s3() {
      return container.getEndpoint();
    }

    @Override
    public URI dynamoDb() {
      return container.getEndpoint();
    }

    @Override
    public URI secretsManager() {
      return container.getEndpoint();
    }

    @Override
    public void close() {
      container.close();
    }
  }

  private record Missing(String reason) implements Outside {}
}
