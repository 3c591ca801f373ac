package com.spokefleet.genesys.onboarding;

import com.spokefleet.genesys.configuration.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the org has an integration that feeds its bus: enabled, at work, and into the account and
 * region that fleet.yaml says.
 *
 * @param suffix the one meant; empty where the only one, or the only one of the region, is
 * @param account the account meant; empty where fleet.yaml leaves it to the deployment
 */
public record IntegrationCheck(Optional<String> suffix, Optional<String> account, String region) {
  public static final String INTEGRATION = "EventBridge integration";
  public static final String TARGET = "EventBridge account and region";

  private static final String ENABLED = "ENABLED";
  private static final String ACTIVE = "ACTIVE";

  /**
   * @param integration the one meant, as far as it can be told
   */
  public record Found(Optional<EventIntegration> integration, List<CheckResult> results) {
    public Found {
      results = List.copyOf(results);
    }

    /** Whether it feeds the place that fleet.yaml says, so that its event source may be used. */
    public boolean isUsable() {
      return integration.isPresent()
          && results.stream()
              .noneMatch(
                  result ->
                      result.name().equals(TARGET) && result.status() == CheckResult.Status.FAILED);
    }
  }

  public Found run(List<EventIntegration> all) {
    if (all.isEmpty()) {
      return none("The org has no integration with EventBridge");
    }
    List<EventIntegration> meant = meant(all);
    if (meant.size() == 1) {
      EventIntegration one = meant.getFirst();
      return new Found(Optional.of(one), List.of(state(one), target(one)));
    }
    if (meant.isEmpty()) {
      return none(
          "None of the org's integrations with EventBridge has the suffix %s; there are %s"
              .formatted(suffix.orElse(""), described(all)));
    }
    return new Found(
        Optional.empty(),
        List.of(
            CheckResult.failed(
                INTEGRATION,
                "Several integrations with EventBridge could be meant: " + described(meant),
                "say which one by --event-source-suffix")));
  }

  private List<EventIntegration> meant(List<EventIntegration> all) {
    if (suffix.isPresent()) {
      return all.stream().filter(one -> one.suffix().equals(suffix)).toList();
    }
    List<EventIntegration> fitting = all.stream().filter(one -> misfits(one).isEmpty()).toList();
    return fitting.isEmpty() ? all : fitting;
  }

  private Found none(String problem) {
    return new Found(
        Optional.empty(),
        List.of(
            CheckResult.failed(
                INTEGRATION,
                problem,
                "in Genesys Cloud, Admin, Integrations, add Amazon EventBridge Source for account"
                    + " %s and region %s, and activate it; without it the org has no live events"
                        .formatted(account.orElse("of the deployment"), region))));
  }

  private static CheckResult state(EventIntegration one) {
    if (!one.intendedState().equals(ENABLED)) {
      return CheckResult.failed(
          INTEGRATION,
          "The integration %s is %s".formatted(one.name(), quoted(one.intendedState())),
          "in Genesys Cloud, Admin, Integrations, activate it");
    }
    String reported = one.reportedState().orElse("");
    if (reported.equals(ACTIVE)) {
      return CheckResult.ok(INTEGRATION);
    }
    String problem =
        "The integration %s is enabled, and its state is %s%s"
            .formatted(
                one.name(), quoted(reported), one.reportedDetail().map(": "::concat).orElse(""));
    String remedy =
        "in Genesys Cloud, Admin, Integrations, look at its status; in AWS, see that its event"
            + " source is there and has a bus";
    return reported.equals("ERROR")
        ? CheckResult.failed(INTEGRATION, problem, remedy)
        : CheckResult.unknown(INTEGRATION, problem, remedy);
  }

  private CheckResult target(EventIntegration one) {
    List<String> misfits = misfits(one);
    if (!misfits.isEmpty()) {
      return CheckResult.failed(
          TARGET,
          "The integration %s feeds %s".formatted(one.name(), String.join(" and ", misfits)),
          "correct the one or the other: the integration (or another one beside it), or"
              + " fleet.yaml");
    }
    List<String> untold = new ArrayList<>();
    if (one.awsRegion().isEmpty()) {
      untold.add("Genesys does not tell the region of the integration " + one.name());
    }
    if (one.suffix().isEmpty()) {
      untold.add("Genesys does not tell the suffix of its event source");
    }
    if (one.awsAccount().isEmpty()) {
      untold.add("Genesys does not tell the account it feeds");
    } else if (account.isEmpty()) {
      untold.add(
          "It feeds account %s, and nothing says whether that is right"
              .formatted(one.awsAccount().get()));
    }
    return untold.isEmpty()
        ? CheckResult.ok(TARGET)
        : CheckResult.unknown(
            TARGET, String.join("; ", untold), "compare by eye, and say --aws-account");
  }

  private List<String> misfits(EventIntegration one) {
    List<String> misfits = new ArrayList<>();
    one.awsRegion()
        .filter(found -> !found.equals(region))
        .ifPresent(found -> misfits.add("region " + found + ", not " + region));
    one.awsAccount()
        .filter(found -> account.isPresent() && !account.get().equals(found))
        .ifPresent(found -> misfits.add("account " + found + ", not " + account.orElse("")));
    return misfits;
  }

  private static String described(List<EventIntegration> some) {
    return some.stream()
        .map(one -> one.name() + " (" + one.suffix().orElse("no suffix told") + ")")
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String state) {
    return state.isEmpty() ? "not told" : state;
  }
}
