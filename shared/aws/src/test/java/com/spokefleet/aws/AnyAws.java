package com.spokefleet.aws;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the most real AWS there is: the one at {@code AWS_ENDPOINT_URL}, else LocalStack
 * where there is a Docker engine, else the servers in this process. Says once which it is.
 */
public final class AnyAws implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEndpoints.class;
  }

  @Override
  public AwsEndpoints resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return endpoints(context);
  }

  /** The same for another extension. */
  public AwsEndpoints endpoints(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(AnyAws.class))
        .computeIfAbsent(AwsEndpoints.class, key -> choose(context), AwsEndpoints.class);
  }

  private static AwsEndpoints choose(ExtensionContext context) {
    AwsEndpoints chosen =
        LocalStack.endpoints(context).orElseGet(() -> EmbeddedAws.servers(context));
    System.out.println("RUNS AGAINST " + chosen);
    return chosen;
  }
}
