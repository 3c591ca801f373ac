package com.spokefleet.config;

import static com.spokefleet.config.FleetText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with money in fleet.yaml, each with its line. */
class RevenueProblemsTest {
  /** One spoke in dollars, whose revenue comes on line 24. */
  private static final String FLEET =
      FleetText.SMALLEST.replace("residency: metrics-only", "residency: full");

  private static final String ECB = "exchangeRates: {source: ecb}\n";

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "revenue: {} | fleet.yaml:27:14 spokes[1].revenue: must name a source: attribute or feed",
        "revenue: {attribute: {currency: c}} | spokes[1].revenue.attribute.amount: is missing",
        "revenue: {attribute: {amount: a}, feed: {prefix: inbound/x/, format: csv}} |"
            + " spokes[1].revenue.feed: must not stand beside attribute",
        "revenue: {attribute: {amount: ' a'}} | must be the name of a participant attribute",
        "revenue: {feed: {prefix: conversations/, format: csv}} | revenue.feed.prefix: must be"
            + " folders under inbound/",
        "revenue: {feed: {prefix: inbound/../x/, format: csv}} | must be folders under inbound/",
        "revenue: {feed: {prefix: inbound/x, format: csv}} | must be folders under inbound/",
        "revenue: {feed: {prefix: inbound/x/, format: xls}} | revenue.feed.format: unknown value",
        "privacy: {attributes: [orderId, orderId]} | attributes[1]: is listed twice",
      })
  void saysWhatIsWrongWithASpokesMoney(String line, String problem) {
    assertThat(problems(FLEET + "    " + line + "\n" + ECB))
        .anySatisfy(shown -> assertThat(shown).contains(problem));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{source: bank} | fleet.yaml:27:25 exchangeRates.source: unknown value \"bank\"",
        "{endpoint: 'https://x.example'} | exchangeRates.source: is missing; one of ecb, quote",
        "{source: ecb, endpoint: 'http://x.example'} | exchangeRates.endpoint: must use https",
        "{source: ecb, maximumAge: 0s} | exchangeRates.maximumAge: must be from 1m to 31d",
        "{source: ecb, rate: /rate} | exchangeRates.rate: unknown key",
        "{source: quote, endpoint: 'https://x.example/{base}', rate: /r, time: /t} |"
            + " exchangeRates.endpoint: must contain {base} and {quote}",
        "{source: quote, endpoint: 'http://x.example/{base}/{quote}', rate: /r, time: /t} | must"
            + " use https",
        "{source: quote, endpoint: 'https://a:b@x.example/{base}{quote}', rate: /r, time: /t} |"
            + " must be an address",
        "{source: quote, endpoint: 'https://x.example/{base}{quote}', rate: r, time: /t} |"
            + " exchangeRates.rate: must be a JSON pointer such as /data/rate",
        "{source: quote, endpoint: 'https://x.example/{base}{quote}', rate: /r} |"
            + " exchangeRates.time: is missing",
      })
  void saysWhatIsWrongWithExchangeRates(String rates, String problem) {
    assertThat(problems(FLEET + "exchangeRates: " + rates + "\n"))
        .anySatisfy(shown -> assertThat(shown).contains(problem));
  }

  @Test
  void anOrgThatSellsInAnotherCurrencyNeedsRates() {
    String revenue = "    revenue: {attribute: {amount: a}}\n";

    assertThat(problems(FLEET + revenue))
        .containsExactly(
            "fleet.yaml:27:14 spokes[1].revenue: needs exchangeRates of the fleet, to convert USD"
                + " to EUR");
    assertThat(problems(FLEET + revenue + ECB)).isEmpty();
    assertThat(problems(FLEET.replace("currency: USD", "currency: EUR") + revenue)).isEmpty();
  }

  @Test
  void aMetricsOnlyOrgHasNeitherRevenueNorAttributes() {
    assertThat(
            problems(
                FleetText.SMALLEST
                    + "    revenue: {attribute: {amount: a}}\n"
                    + "    privacy: {attributes: [orderId]}\n"
                    + ECB))
        .containsExactly(
            "fleet.yaml:27:14 spokes[1].revenue: must not be given, for residency is metrics-only:"
                + " no conversation is recorded",
            "fleet.yaml:28:27 spokes[1].privacy.attributes: must be empty, for residency is"
                + " metrics-only: no customer is recorded");
  }

  @Test
  void twoOrgsNeverReadTheSameFiles() {
    String feed = "    revenue: {feed: {prefix: inbound/sales/, format: csv}}\n";
    String both =
        FLEET.replace("    businessRegion: EMEA\n", "    businessRegion: EMEA\n" + feed) + feed;

    assertThat(problems(both + ECB))
        .singleElement()
        .asString()
        .contains("must be this org's own, but is also spokes[0].revenue.feed.prefix");
  }

  @Test
  void theBankIsTheDefaultAddressAndAWeekTheDefaultAge() {
    Fleet fleet = FleetParser.parse("fleet.yaml", FLEET + ECB);

    assertThat(fleet.exchangeRates())
        .map(ExchangeRates::maximumAge)
        .isEqualTo(Optional.of(Duration.ofDays(7)));
    assertThat(fleet.exchangeRates().orElseThrow())
        .isInstanceOfSatisfying(
            ExchangeRates.Ecb.class,
            ecb -> assertThat(ecb.endpoint()).hasScheme("https").hasNoQuery());
  }
}
