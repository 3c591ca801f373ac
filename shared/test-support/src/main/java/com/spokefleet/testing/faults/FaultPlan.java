package com.spokefleet.testing.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Decides which request meets which fault, by the number of requests the endpoint has had since the
 * plan was installed, and so alike for alike requests. Thread-safe; one plan belongs to one
 * organisation.
 */
public final class FaultPlan {
  private final List<FaultRule> rules;
  private final long seed;
  private final double intensity;
  private final Set<FaultKind> kinds;
  private final SlowReply slowReply;
  private final Tally<Endpoint> requests = new Tally<>(Endpoint.class);
  private volatile boolean stopped;

  private FaultPlan(
      List<FaultRule> rules,
      long seed,
      double intensity,
      Set<FaultKind> kinds,
      SlowReply slowReply) {
    this.rules = List.copyOf(rules);
    this.seed = seed;
    this.intensity = intensity;
    this.kinds = Set.copyOf(kinds);
    this.slowReply = slowReply;
  }

  public static FaultPlan none() {
    return scripted(List.of());
  }

  /** The first rule that covers a request decides. */
  public static FaultPlan scripted(List<FaultRule> rules) {
    return new FaultPlan(rules, 0, 0, Set.of(), SlowReply.brief());
  }

  public static FaultPlan scripted(FaultRule... rules) {
    return scripted(List.of(rules));
  }

  /** Each request meets one of {@code kinds} with probability {@code intensity} (0 to 1). */
  public static FaultPlan seeded(long seed, double intensity, Set<FaultKind> kinds) {
    if (intensity < 0 || intensity > 1) {
      throw new IllegalArgumentException("Cannot plan faults with probability " + intensity);
    }
    if (!FaultKind.plannable().containsAll(kinds)) {
      throw new IllegalArgumentException("Cannot plan faults that live in records: " + kinds);
    }
    return new FaultPlan(List.of(), seed, intensity, kinds, SlowReply.brief());
  }

  /** The same plan, counting from zero, with other slow replies. */
  public FaultPlan withSlowReply(SlowReply reply) {
    return new FaultPlan(rules, seed, intensity, kinds, reply);
  }

  public FaultPlan withSlowReply(Duration delay) {
    return withSlowReply(SlowReply.lasting(delay));
  }

  /** From now on nothing fails any more. */
  public void stop() {
    stopped = true;
  }

  public SlowReply slowReply() {
    return slowReply;
  }

  /** Counts a request and says what it meets. */
  public Optional<FaultKind> next(Endpoint endpoint) {
    long request = requests.add(endpoint, 1);
    if (stopped) {
      return Optional.empty();
    }
    for (FaultRule rule : rules) {
      if (rule.covers(endpoint, request)) {
        return Optional.of(rule.kind());
      }
    }
    return kinds.isEmpty() ? Optional.empty() : draw(endpoint, request);
  }

  private Optional<FaultKind> draw(Endpoint endpoint, long request) {
    SplittableRandom random =
        new SplittableRandom(
            seed * 0x9E3779B97F4A7C15L + endpoint.ordinal() * 1_000_003L + request);
    random.nextLong();
    if (random.nextDouble() >= intensity) {
      return Optional.empty();
    }
    List<FaultKind> possible =
        kinds.stream().filter(kind -> kind.strikes(endpoint)).sorted().toList();
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(possible.get(random.nextInt(possible.size())));
  }
}
