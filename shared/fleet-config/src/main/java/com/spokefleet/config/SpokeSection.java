package com.spokefleet.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One of {@code spokes} of fleet.yaml. */
final class SpokeSection {
  /** The path Genesys Cloud's own web client shows a conversation under. */
  private static final String DOCUMENTED_LINK_PATH =
      "/directory/#/engage/admin/interactions/{conversationId}";

  /**
   * Where public documents of third parties show a queue's page; Genesys' own documents name none.
   */
  private static final String OBSERVED_QUEUE_PATH =
      "/directory/#/admin/organization/queues/{queueId}/general";

  static final Key<String> NAME =
      Key.required(
          "name", ScalarTypes.NAME, "Name of the org in commands, reports and resource names.");
  static final Key<String> ORG_ID =
      Key.required("orgId", ScalarTypes.ORG_ID, "Id of the Genesys Cloud organisation.");
  static final Key<GenesysRegion> GENESYS_REGION =
      Key.required(
          "genesysRegion",
          ScalarTypes.GENESYS_REGION,
          "Region of the org, by AWS region (eu-central-1) or domain (mypurecloud.de).");
  static final Key<String> AWS_REGION =
      Key.required("awsRegion", ScalarTypes.AWS_REGION, "AWS region its function runs in.");
  static final Key<String> CREDENTIALS =
      Key.required(
          "credentials",
          SecretReference.TYPE,
          "Where client id and secret are found: secretsmanager:<name>, env:<PREFIX> or"
              + " file:<path>. Never the secret itself.");
  static final Key<ZoneId> TIME_ZONE =
      Key.required("timeZone", ScalarTypes.TIME_ZONE, "IANA time zone of its business day.");
  static final Key<Currency> CURRENCY =
      Key.required("currency", ScalarTypes.CURRENCY, "ISO 4217 code of the currency it sells in.");
  static final Key<Residency> RESIDENCY =
      Key.required(
          "residency",
          ScalarTypes.RESIDENCY,
          "full: details, redacted. metrics-only: aggregates and configuration, never a record of"
              + " a person.");
  static final Key<String> BUSINESS_REGION =
      Key.required(
          "businessRegion",
          ScalarTypes.LABEL,
          "Region of the business, such as EMEA; for reports.");
  static final Key<SectionValues> SCHEDULE =
      Key.optional("schedule", ScheduleSection.SECTION, "How often and how far the org is read.");
  static final Key<String> EVENT_SOURCE =
      Key.optional(
          "eventSource",
          ScalarTypes.matching(
              "aws\\.partner/genesys\\.com/cloud/[0-9A-Fa-f-]{36}/[A-Za-z0-9._-]{1,64}",
              "must be aws.partner/genesys.com/cloud/<orgId>/<suffix>"),
          "EventBridge partner event source of the org.");
  static final Key<URI> API =
      Key.optional("api", EndpointText.TYPE, "Address of the Platform API.");
  static final Key<URI> LOGIN =
      Key.optional("login", EndpointText.TYPE, "Address that tokens come from.");
  static final Key<URI> APPS =
      Key.optional("apps", EndpointText.TYPE, "Address of the web client, for direct links.");
  static final Key<SectionValues> ENDPOINTS =
      Key.optional(
          "endpoints",
          new Section("Hosts in place of the region's own, for tests.", List.of(API, LOGIN, APPS)),
          "Hosts in place of the region's own, for tests.");
  static final Key<String> DIRECT_LINK_PATH =
      Key.withDefault(
          "directLinkPath",
          ScalarTypes.matching(
              "/[^\\s]*\\{conversationId\\}[^\\s]*",
              "must begin with / and contain {conversationId}"),
          DOCUMENTED_LINK_PATH,
          "Path of a conversation in the org's web client.");
  static final Key<List<Located<PiiField>>> ALLOW =
      Key.optional(
          "allow",
          new ListOf<>(ScalarTypes.PII_FIELD, 0),
          "Fields that can identify a customer and still may be stored.");
  static final Key<List<Located<String>>> ATTRIBUTES =
      Key.optional(
          "attributes",
          new ListOf<>(ScalarTypes.ATTRIBUTE_NAME, 0),
          "Names of the participant attributes that may be stored, with whatever they hold.");
  static final Key<Map<Located<String>, EventFieldRule>> EVENT_FIELDS =
      Key.optional(
          "events",
          new MapOf<>(ScalarTypes.EVENT_FIELD_RULE),
          "What becomes of fields of events, by their name in the SIEM: keep, hash or remove.");
  static final Key<String> HASH_KEY =
      Key.optional(
          "hashKey",
          SecretReference.TYPE,
          "Where the key is found that values of events are hashed with.");
  static final Key<SectionValues> PRIVACY =
      Key.optional(
          "privacy",
          new Section(
              "What may be stored about customers.",
              List.of(ALLOW, ATTRIBUTES, EVENT_FIELDS, HASH_KEY)),
          "What may be stored about customers; nothing, unless listed.");

  static final Key<Latency> LATENCY =
      Key.withDefault(
          "latency",
          ScalarTypes.LATENCY,
          "scheduled",
          "scheduled: conversations land with the next run. immediate: within a minute of their end"
              + " event; runs stay the safety net.");

  static final Key<SectionValues> REVENUE =
      Key.optional(
          "revenue", RevenueSection.SECTION, "Where the money of its conversations is told.");
  static final Key<QueryFilter> CONVERSATION_FILTER =
      Key.optional(
          "conversations",
          new FilterType(FilteredQuery.CONVERSATIONS),
          "Which conversations are read: the filters of a conversation details query, as the"
              + " Analytics Query Builder writes it.");
  static final Key<QueryFilter> USERS_FILTER =
      Key.optional(
          "users",
          new FilterType(FilteredQuery.USERS),
          "Which users, presences and routing statuses are read: the filters of a users details"
              + " query, as the Analytics Query Builder writes it.");
  static final Key<SectionValues> FILTERS =
      Key.optional(
          "filters",
          new Section(
              "Which records of the org are read.", List.of(CONVERSATION_FILTER, USERS_FILTER)),
          "Which records of the org are read; all, unless filtered.");
  static final Key<String> QUEUE_LINK_PATH =
      Key.withDefault(
          "queueLinkPath",
          ScalarTypes.matching(
              "/[^\\s]*\\{queueId\\}[^\\s]*", "must begin with / and contain {queueId}"),
          OBSERVED_QUEUE_PATH,
          "Path of a queue in the org's web client.");

  static final Key<List<Located<Poll>>> POLLS =
      Key.optional(
          "polls",
          new ListOf<>(ScalarTypes.POLL, 0),
          "What is asked for by API although events bring it: audits, edge-metrics.");

  static final Key<SectionValues> STATUS_PAGE =
      Key.optional(
          "statusPage",
          StatusPageSection.SECTION,
          "Where Genesys Cloud tells about maintenance of the org's region. Not asked, unless"
              + " written here, where endpoints are.");
  static final Key<String> AWS_ACCOUNT =
      Key.optional(
          "awsAccount",
          AwsTypes.ACCOUNT,
          "AWS account its function runs in, 12 digits in quotes; absent: the account of the"
              + " deployment.");
  static final Key<List<Located<String>>> DESTINATIONS =
      Key.optional(
          "destinations",
          new ListOf<>(ScalarTypes.NAME, 0),
          "Names of the destinations that its events go to; absent: all of the fleet.");

  static final Section SECTION =
      new Section(
          "One Genesys Cloud organisation.",
          List.of(
              NAME,
              ORG_ID,
              GENESYS_REGION,
              AWS_REGION,
              CREDENTIALS,
              TIME_ZONE,
              CURRENCY,
              RESIDENCY,
              BUSINESS_REGION,
              SCHEDULE,
              EVENT_SOURCE,
              ENDPOINTS,
              DIRECT_LINK_PATH,
              PRIVACY,
              LATENCY,
              REVENUE,
              FILTERS,
              QUEUE_LINK_PATH,
              POLLS,
              STATUS_PAGE,
              AWS_ACCOUNT,
              DESTINATIONS));

  private SpokeSection() {}

  /**
   * @param fleetDestinations names of all destinations of the fleet
   */
  static Spoke build(SectionValues values, List<String> fleetDestinations) {
    GenesysRegion region = values.get(GENESYS_REGION);
    return new Spoke(
        values.get(NAME),
        values.get(ORG_ID),
        region,
        values.get(AWS_REGION),
        values.get(CREDENTIALS),
        values.get(TIME_ZONE),
        values.get(CURRENCY),
        values.get(RESIDENCY),
        values.get(BUSINESS_REGION),
        ScheduleSection.build(values.section(SCHEDULE)),
        values.optional(EVENT_SOURCE),
        endpoints(values.section(ENDPOINTS), region),
        values.get(DIRECT_LINK_PATH),
        allowed(values.section(PRIVACY)),
        values.get(LATENCY),
        filter(values, CONVERSATION_FILTER),
        filter(values, USERS_FILTER),
        allowedAttributes(values.section(PRIVACY)),
        values.optional(REVENUE).map(RevenueSection::build),
        values.get(QUEUE_LINK_PATH),
        polls(values),
        eventPrivacy(values.section(PRIVACY)),
        statusPage(values, region),
        values.optional(AWS_ACCOUNT),
        destinations(values, fleetDestinations));
  }

  /** An org on hosts of its own, a test's, is in no region that the public page knows. */
  private static Optional<StatusPage> statusPage(SectionValues values, GenesysRegion region) {
    boolean asked =
        values.optional(STATUS_PAGE).isPresent() || values.optional(ENDPOINTS).isEmpty();
    return asked ? StatusPageSection.build(values.section(STATUS_PAGE), region) : Optional.empty();
  }

  private static List<String> destinations(SectionValues values, List<String> all) {
    Optional<List<Located<String>>> listed = values.optional(DESTINATIONS);
    if (listed.isEmpty()) {
      return all;
    }
    Set<String> names = listed.get().stream().map(Located::value).collect(Collectors.toSet());
    return all.stream().filter(names::contains).toList();
  }

  private static EventPrivacy eventPrivacy(SectionValues values) {
    Map<String, EventFieldRule> fields = new HashMap<>();
    values
        .optional(EVENT_FIELDS)
        .orElse(Map.of())
        .forEach((name, rule) -> fields.put(name.value(), rule));
    return new EventPrivacy(fields, values.optional(HASH_KEY));
  }

  private static Set<String> allowedAttributes(SectionValues values) {
    return values.optional(ATTRIBUTES).orElse(List.of()).stream()
        .map(Located::value)
        .collect(Collectors.toSet());
  }

  private static Set<Poll> polls(SectionValues values) {
    EnumSet<Poll> polls = EnumSet.noneOf(Poll.class);
    values.optional(POLLS).orElse(List.of()).forEach(poll -> polls.add(poll.value()));
    return polls;
  }

  private static Endpoints endpoints(SectionValues values, GenesysRegion region) {
    return new Endpoints(
        values.optional(API).orElseGet(region::api),
        values.optional(LOGIN).orElseGet(region::login),
        values.optional(APPS).orElseGet(region::apps));
  }

  private static QueryFilter filter(SectionValues values, Key<QueryFilter> kind) {
    return values.section(FILTERS).optional(kind).orElse(QueryFilter.NONE);
  }

  private static Set<PiiField> allowed(SectionValues values) {
    EnumSet<PiiField> fields = EnumSet.noneOf(PiiField.class);
    values.optional(ALLOW).orElse(List.of()).forEach(field -> fields.add(field.value()));
    return fields;
  }
}
