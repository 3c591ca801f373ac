package com.spokefleet.events.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.GoldenEvent;
import com.spokefleet.events.rule.RoutingRule.Target;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.RuleCompiler;
import software.amazon.event.ruler.Ruler;

/** The rules of every kind of org over every golden event, by EventBridge's own matcher. */
final class OrgRulesTest {
  private static final OrgBus USUAL = new OrgBus(GoldenEvent.SOURCE, false, false);
  private static final OrgBus IMMEDIATE = new OrgBus(GoldenEvent.SOURCE, false, true);
  private static final OrgBus METRICS_ONLY = new OrgBus(GoldenEvent.SOURCE, true, false);

  static Iterable<GoldenEvent> events() {
    return GoldenEvent.all();
  }

  static List<OrgBus> buses() {
    return List.of(USUAL, IMMEDIATE, METRICS_ONLY);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventGoesWhereItsTopicSaysAndNowhereElse(GoldenEvent event) throws Exception {
    Route route =
        TopicCatalogue.find(event.detailType()).map(topic -> topic.route()).orElse(Route.NONE);
    boolean presence = event.toString().endsWith("/presence-changed");
    Set<Target> expected = new TreeSet<>();
    if (route == Route.SIEM && !presence) {
      expected.add(Target.SIEM);
    }
    if (route == Route.S3_ONLY) {
      expected.add(Target.TRANSCRIPTS);
    }
    assertThat(matching(USUAL, event)).isEqualTo(expected);
    if (event.detailType().matches(".*\\.(end|acw)")) {
      expected.add(Target.CLOSURE);
    }
    assertThat(matching(IMMEDIATE, event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("events")
  void noConversationLeavesAMetricsOnlyOrg(GoldenEvent event) throws Exception {
    boolean ofConversation =
        event.detailType().contains("conversation") || event.detailType().contains("users.");
    boolean routed = !matching(METRICS_ONLY, event).isEmpty();
    assertThat(routed && ofConversation).isFalse();
    assertThat(routed).isEqualTo(!ofConversation && matching(USUAL, event).contains(Target.SIEM));
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventsOfOtherOrgsAndOtherIntegrationsDoNotMatch(GoldenEvent event) throws Exception {
    for (String source :
        List.of(
            GoldenEvent.SOURCE.replace("7d40c2b6", "7d40c2b7"),
            GoldenEvent.SOURCE + "-2",
            "aws.partner/genesys.com",
            "aws.events")) {
      GoldenEvent foreign =
          new GoldenEvent(event.file(), event.json().replace(GoldenEvent.SOURCE, source));
      assertThat(foreign.json()).isNotEqualTo(event.json());
      assertThat(matching(IMMEDIATE, foreign)).as(source).isEmpty();
    }
  }

  @Test
  void anAuditOfAnUnknownTypeAndOneWithoutTypeStayIn() throws Exception {
    GoldenEvent audit = GoldenEvent.of("v2.audits.entitytype.entityid/oauth-client-created");
    String type = "\"entityType\": \"OAuthClient\"";
    assertThat(audit.json()).contains(type);
    for (String other :
        List.of("\"entityType\": \"Hologram\"", "\"kind\": 1", "\"entityType\": null")) {
      GoldenEvent changed = new GoldenEvent(audit.file(), audit.json().replace(type, other));
      assertThat(matching(USUAL, changed)).as(other).containsExactly(Target.SIEM);
    }
  }

  @ParameterizedTest
  @MethodSource("buses")
  void everyPatternCompilesIsShortAndPassesTheCheck(OrgBus bus) throws Exception {
    for (RoutingRule rule : OrgRules.of(bus)) {
      String json = rule.pattern().json();
      assertThat(RuleCompiler.check(json)).as(json).isNull();
      assertThat(json).hasSizeLessThan(PatternCheck.MAXIMUM_LENGTH);
      assertThat(GoldenEvent.tree(json)).isEqualTo(GoldenEvent.tree(plain(rule.pattern())));
      assertThat(PatternCheck.problems(bus, GoldenEvent.map(json))).isEmpty();
      assertThat(PatternCheck.problems(bus, rule.pattern().asMap())).isEmpty();
    }
  }

  @Test
  void orgsHaveTheRulesOfTheirKind() {
    assertThat(targets(USUAL)).containsExactly(Target.SIEM, Target.TRANSCRIPTS);
    assertThat(targets(IMMEDIATE)).containsExactly(Target.SIEM, Target.TRANSCRIPTS, Target.CLOSURE);
    assertThat(targets(METRICS_ONLY)).containsExactly(Target.SIEM);
    assertThatThrownBy(() -> new OrgBus(GoldenEvent.SOURCE, true, true))
        .hasMessageContaining("metrics-only");
    assertThatThrownBy(() -> new OrgBus("aws.partner/genesys.com/cloud/*/all", false, false))
        .hasMessageContaining("Cannot route");
  }

  /** The closure trigger knows these kinds and counts any other as one that came by mistake. */
  @Test
  void theClosureTriggerGetsTheEndsItKnows() {
    EventPattern closure =
        OrgRules.of(IMMEDIATE).stream()
            .filter(rule -> rule.target() == Target.CLOSURE)
            .findFirst()
            .orElseThrow()
            .pattern();
    assertThat(closure.detailTypes())
        .extracting(type -> type.substring("v2.detail.events.conversation.{id}.".length()))
        .containsExactlyInAnyOrder(
            "customer.end", "user.end", "acd.end", "flow.end", "voicemail.end", "acw");
  }

  /** Negative control: why no wildcard may be deployed. */
  @Test
  void aWildcardWouldLetPresenceTranscriptsAndUnknownTopicsIntoTheSiem() throws Exception {
    String wildcard =
        """
        {"source":[{"prefix":"aws.partner/genesys.com"}],"detail-type":[{"wildcard":"v2.*"}]}""";
    Set<String> unwanted = new TreeSet<>();
    for (GoldenEvent event : GoldenEvent.all()) {
      assertThat(Ruler.matchesRule(event.json(), wildcard)).as(event.toString()).isTrue();
      if (!matching(USUAL, event).contains(Target.SIEM)) {
        unwanted.add(event.toString());
      }
    }
    assertThat(unwanted)
        .contains(
            "unknown/topic-of-tomorrow",
            "v2.audits.entitytype.entityid/presence-changed",
            "v2.conversations.transcription/both-sides",
            "v2.users.presence/one",
            "v2.users.routingStatus/one");
    assertThat(PatternCheck.problems(USUAL, GoldenEvent.map(wildcard)))
        .anyMatch(problem -> problem.contains("wildcard"));
  }

  /** What it would cost in a day of 300 agents, 60 presences each, and 10,000 calls. */
  @Test
  void aWildcardWouldMultiplyTheBill() {
    long presences =
        300
            * 60
            * (billed("v2.users.presence/one")
                + billed("v2.users.routingStatus/one")
                + billed("v2.users.activity/one")
                + billed("v2.audits.entitytype.entityid/presence-changed"));
    long transcripts = 10_000 * 40 * billed("v2.conversations.transcription/both-sides");
    long wanted =
        10_000
            * (billed("v2.detail.events.conversation.customer.end/peer")
                + billed("v2.detail.events.conversation.user.end/customer-hung-up")
                + billed("v2.detail.events.conversation.acd.end/answered")
                + billed("v2.detail.events.conversation.flow.end/to-queue")
                + billed("v2.detail.events.conversation.acw/with-notes"));

    assertThat(presences).isGreaterThan(wanted);
    assertThat(presences + transcripts).isGreaterThan(9 * wanted);
  }

  /** Published payloads beside the project. */
  @ParameterizedTest
  @CsvSource({
    "eventbridge-audit-oauthclient-delete.json, SIEM",
    "eventbridge-conversation-customer-start.json,",
    "eventbridge-other-topic.json,",
  })
  void realEventsGoWhereTheyShould(String file, @Nullable Target target) throws Exception {
    Optional<GoldenEvent> real = GoldenEvent.real(file);
    assumeThat(real).as("the published payload is beside the project").isPresent();
    OrgBus bus = new OrgBus(real.get().tree().path("source").asText(), false, true);

    assertThat(matching(bus, real.get())).isEqualTo(target == null ? Set.of() : Set.of(target));
  }

  /** Firehose bills each record rounded up to 5 KB. */
  private static long billed(String name) {
    long step = 5 * 1_024;
    return (GoldenEvent.of(name).tree().toString().length() + step - 1) / step * step;
  }

  private static Set<Target> matching(OrgBus bus, GoldenEvent event) throws Exception {
    Set<Target> targets = new TreeSet<>();
    for (RoutingRule rule : OrgRules.of(bus)) {
      if (Ruler.matchesRule(event.json(), rule.pattern().json())) {
        targets.add(rule.target());
      }
    }
    return targets;
  }

  private static List<Target> targets(OrgBus bus) {
    return OrgRules.of(bus).stream().map(RoutingRule::target).toList();
  }

  /** The same pattern by a JSON library. */
  private static String plain(EventPattern pattern) throws Exception {
    Map<String, Object> map = pattern.asMap();
    return new ObjectMapper().writeValueAsString(map);
  }
}
