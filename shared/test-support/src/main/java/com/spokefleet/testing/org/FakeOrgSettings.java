package com.spokefleet.testing.org;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What a fake organisation is like. Everything it holds follows from these values alone.
 *
 * @param historyStart the first instant at which a conversation can start
 * @param historyEnd no conversation starts at or after it
 * @param ingestionLag time from an event to its visibility in queries
 * @param requestsPerMinute the per-token limit
 * @param saleCurrencies currencies that sales are made in
 * @param evaluationsAndSurveys whether these, and resolutions, come days after conversations
 * @param paginationCap highest pageNumber × pageSize a query may ask for
 */
public record FakeOrgSettings(
    String name,
    String orgId,
    long seed,
    int conversationsPerDay,
    Volume volume,
    ZoneId zone,
    List<Language> languages,
    Instant historyStart,
    Instant historyEnd,
    int queues,
    int users,
    Duration ingestionLag,
    int requestsPerMinute,
    Duration tokenLifetime,
    int paginationCap,
    DataOddities oddities,
    List<String> saleCurrencies,
    boolean evaluationsAndSurveys) {

  /** Settings of an ordinary organisation, to be varied by the builder. */
  public static Builder named(String name, long seed, Instant historyStart) {
    return new Builder(name, seed, historyStart);
  }

  /** Varies settings one by one. */
  public static final class Builder {
    private final String name;
    private final long seed;
    private final Instant historyStart;
    private String orgId;
    private int conversationsPerDay = 1_000;
    private Volume volume = Volume.BUSINESS_HOURS;
    private ZoneId zone = ZoneOffset.UTC;
    private List<Language> languages = List.of(Language.values());
    private Instant historyEnd = Instant.MAX;
    private int queues = 8;
    private int users = 40;
    private Duration ingestionLag = Duration.ofSeconds(5);
    private int requestsPerMinute = 300;
    private Duration tokenLifetime = Duration.ofSeconds(86_399);
    private int paginationCap = 100_000;
    private DataOddities oddities = DataOddities.none();
    private List<String> saleCurrencies = List.of("USD");
    private boolean evaluationsAndSurveys;

    private Builder(String name, long seed, Instant historyStart) {
      this.name = name;
      this.seed = seed;
      this.historyStart = historyStart;
      this.orgId =
          new UUID(0x0406_0000_0000_4000L | (seed & 0xfff), seed ^ Long.MIN_VALUE).toString();
    }

    public Builder orgId(String value) {
      orgId = value;
      return this;
    }

    public Builder conversationsPerDay(int value) {
      conversationsPerDay = value;
      return this;
    }

    public Builder volume(Volume value) {
      volume = value;
      return this;
    }

    public Builder zone(ZoneId value) {
      zone = value;
      return this;
    }

    public Builder languages(Language... values) {
      languages = List.of(values);
      return this;
    }

    public Builder historyEnd(Instant value) {
      historyEnd = value;
      return this;
    }

    public Builder queues(int value) {
      queues = value;
      return this;
    }

    public Builder users(int value) {
      users = value;
      return this;
    }

    public Builder ingestionLag(Duration value) {
      ingestionLag = value;
      return this;
    }

    public Builder requestsPerMinute(int value) {
      requestsPerMinute = value;
      return this;
    }

    public Builder tokenLifetime(Duration value) {
      tokenLifetime = value;
      return this;
    }

    public Builder paginationCap(int value) {
      paginationCap = value;
      return this;
    }

    public Builder oddities(DataOddities value) {
      oddities = value;
      return this;
    }

    public Builder saleCurrencies(String... values) {
      saleCurrencies = List.of(values);
      return this;
    }

    public Builder evaluationsAndSurveys(boolean value) {
      evaluationsAndSurveys = value;
      return this;
    }

    public FakeOrgSettings build() {
      return new FakeOrgSettings(
          name,
          orgId,
          seed,
          conversationsPerDay,
          volume,
          zone,
          languages,
          historyStart,
          historyEnd,
          queues,
          users,
          ingestionLag,
          requestsPerMinute,
          tokenLifetime,
          paginationCap,
          oddities,
          saleCurrencies,
          evaluationsAndSurveys);
    }
  }
}
