package com.spokefleet.genesys.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.mypurecloud.sdk.v2.ApiRequest;
import com.mypurecloud.sdk.v2.api.request.GetAuthorizationDivisionsRequest;
import com.mypurecloud.sdk.v2.api.request.GetOrganizationsMeRequest;
import com.mypurecloud.sdk.v2.api.request.GetPresenceDefinitions0Request;
import com.mypurecloud.sdk.v2.api.request.GetRoutingQueuesRequest;
import com.mypurecloud.sdk.v2.api.request.GetRoutingWrapupcodesRequest;
import com.mypurecloud.sdk.v2.api.request.GetUsersRequest;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.telemetry.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Reads one org's configuration. Every method returns all objects the client may see, or throws a
 * {@link GenesysException}: never a part of them, never an empty list for an error. Thread-safe.
 */
public final class ConfigurationApi {
  /** The largest size known to be accepted by all of these listings. */
  static final int PAGE_SIZE = 100;

  private static final int FORBIDDEN = 403;

  private final SdkClient client;
  private final ObjectMapping mapping;
  private final String orgName;

  /** {@code orgName} is for messages. */
  public ConfigurationApi(GenesysHttp http, String orgName) {
    this.client = new SdkClient(http);
    this.mapping = new ObjectMapping(client);
    this.orgName = orgName;
  }

  public OrganizationObject organization(Deadline deadline) {
    String purpose = listing(ConfigurationDataset.ORGANIZATION);
    ApiRequest<Void> request = GetOrganizationsMeRequest.builder().build().withHttpInfo();
    JsonNode answer = send(ConfigurationDataset.ORGANIZATION, request, purpose, deadline);
    return mapping.organization(answer, purpose);
  }

  public List<QueueObject> queues(Deadline deadline) {
    return list(
        ConfigurationDataset.QUEUES,
        page ->
            GetRoutingQueuesRequest.builder()
                .withPageSize(PAGE_SIZE)
                .withPageNumber(page)
                .build()
                .withHttpInfo(),
        mapping::queue,
        deadline);
  }

  /** Users in every state: old conversations name inactive and deleted ones. */
  public List<UserObject> users(Deadline deadline) {
    return list(
        ConfigurationDataset.USERS,
        page ->
            GetUsersRequest.builder()
                .withPageSize(PAGE_SIZE)
                .withPageNumber(page)
                .withState("any")
                .build()
                .withHttpInfo(),
        mapping::user,
        deadline);
  }

  public List<WrapupCodeObject> wrapupCodes(Deadline deadline) {
    return list(
        ConfigurationDataset.WRAPUP_CODES,
        page ->
            GetRoutingWrapupcodesRequest.builder()
                .withPageSize(PAGE_SIZE)
                .withPageNumber(page)
                .build()
                .withHttpInfo(),
        mapping::wrapupCode,
        deadline);
  }

  public List<DivisionObject> divisions(Deadline deadline) {
    return list(
        ConfigurationDataset.DIVISIONS,
        page ->
            GetAuthorizationDivisionsRequest.builder()
                .withPageSize(PAGE_SIZE)
                .withPageNumber(page)
                .build()
                .withHttpInfo(),
        mapping::division,
        deadline);
  }

  /** Deactivated ones included: old statuses name them. This listing has no pages. */
  public List<PresenceObject> presences(Deadline deadline) {
    Map<String, PresenceObject> presences = new LinkedHashMap<>();
    for (String deactivated : List.of("FALSE", "TRUE")) {
      String purpose = listing(ConfigurationDataset.PRESENCES) + ", deactivated " + deactivated;
      ApiRequest<Void> request =
          GetPresenceDefinitions0Request.builder()
              .withDeactivated(deactivated)
              .build()
              .withHttpInfo();
      JsonNode answer = send(ConfigurationDataset.PRESENCES, request, purpose, deadline);
      ListingPage page = ListingPage.of(answer, purpose);
      Long total = page.total();
      if (total != null && total > page.entities().size()) {
        throw SdkClient.unusable(
            purpose, "it lists %d of %d".formatted(page.entities().size(), total));
      }
      for (JsonNode object : page.entities()) {
        PresenceObject presence = mapping.presence(object, purpose);
        presences.put(presence.id(), presence);
      }
    }
    return List.copyOf(presences.values());
  }

  @FunctionalInterface
  private interface RowMapping<R> {
    R row(JsonNode object, String purpose);
  }

  private <R extends ConfigurationObject> List<R> list(
      ConfigurationDataset dataset,
      IntFunction<ApiRequest<Void>> requests,
      RowMapping<R> rowMapping,
      Deadline deadline) {
    return new ListingReader<R>(
            listing(dataset),
            number -> {
              String purpose = listing(dataset) + ", page " + number;
              JsonNode answer = send(dataset, requests.apply(number), purpose, deadline);
              ListingPage page = ListingPage.of(answer, purpose);
              List<R> rows = new ArrayList<>(page.entities().size());
              for (JsonNode object : page.entities()) {
                String position = purpose + ", object " + (rows.size() + 1);
                rows.add(rowMapping.row(object, position));
              }
              return new ListingReader.Rows<>(page, rows);
            })
        .read();
  }

  private JsonNode send(
      ConfigurationDataset dataset, ApiRequest<Void> request, String purpose, Deadline deadline) {
    try {
      return client.read(request, purpose, deadline);
    } catch (GenesysException refused) {
      if (refused.status().orElse(0) != FORBIDDEN) {
        throw refused;
      }
      String help = PermissionHelp.howToGrant(dataset.permission());
      throw GenesysException.of(
          FailureKind.PERMANENT, refused.getMessage() + ". To allow it: " + help, refused);
    }
  }

  private String listing(ConfigurationDataset dataset) {
    return dataset.title() + " of " + orgName;
  }
}
