package com.spokefleet.infra.function;

import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Services of AWS that act for the stack's own account, and for no other. */
public final class OwnAccount {
  private OwnAccount() {}

  /**
   * Who may take a role.
   *
   * @param service such as firehose.amazonaws.com
   */
  public static IPrincipal service(Construct scope, String service) {
    return ServicePrincipal.Builder.create(service).conditions(condition(scope)).build();
  }

  /** What a policy demands of a service that is let in. */
  public static Map<String, Object> condition(Construct scope) {
    return Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount()));
  }
}
