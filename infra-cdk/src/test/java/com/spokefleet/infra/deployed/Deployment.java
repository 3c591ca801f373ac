package com.spokefleet.infra.deployed;

import com.spokefleet.aws.AnyAws;
import com.spokefleet.testing.lambda.RuntimeClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the {@link DeployedFleet}, made once for all tests on {@link AnyAws}. */
final class Deployment implements BeforeAllCallback, ParameterResolver {
  private final AnyAws anyAws = new AnyAws();

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!RuntimeClient.runsHere()) {
      String reason = "AWS's runtime client has a native part for Linux only";
      System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason);
      Assumptions.abort(reason);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DeployedFleet.class;
  }

  @Override
  public DeployedFleet resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Deployment.class))
        .computeIfAbsent(
            DeployedFleet.class,
            key -> new DeployedFleet(anyAws.endpoints(context)),
            DeployedFleet.class);
  }
}
