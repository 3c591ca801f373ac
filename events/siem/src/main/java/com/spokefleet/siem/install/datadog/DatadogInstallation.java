package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.datadog.DatadogObject;
import com.spokefleet.siem.datadog.Ownership;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.InstalledObject;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.siem.install.http.UnansweredException;
import com.spokefleet.siem.install.http.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Datadog account. Ours is what carries the fleet's {@link Ownership}. Each object is written
 * twice: as wanted, and once more with a digest of what Datadog made of it, by which a later run
 * tells whether somebody changed it meanwhile.
 */
public final class DatadogInstallation implements Installation {
  private static final int CREATIONS = 3;

  private final String name;
  private final Ownership ownership;
  private final Set<DatadogKind> kinds;
  private final DatadogApi api;

  /**
   * @param name of the destination
   * @param kinds what is managed; others are neither looked at nor written
   */
  public DatadogInstallation(
      String name, Ownership ownership, Set<DatadogKind> kinds, RestClient http) {
    this.name = "Datadog " + name;
    this.ownership = ownership;
    this.kinds = EnumSet.copyOf(kinds);
    this.api = new DatadogApi(this.name, http);
  }

  /** What is wanted of a pack, in the order in which it is to be made. */
  public static List<WantedObject> wanted(List<DatadogObject> pack) {
    return pack.stream()
        .sorted(Comparator.comparing(DatadogObject::kind))
        .map(
            object ->
                new WantedObject(
                    new ObjectKey(object.kind().folder(), object.id()),
                    fields(content(object)),
                    content(object).toString()))
        .toList();
  }

  /** A metric's body wraps it into data; everything else is its own body. */
  private static ObjectNode content(DatadogObject object) {
    JsonNode data = object.body().path("data");
    return data instanceof ObjectNode inner ? inner : object.body();
  }

  private static SortedMap<String, String> fields(ObjectNode content) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (var member : content.properties()) {
      if (!JsonShape.isEmpty(member.getValue())) {
        fields.put(member.getKey(), JsonShape.text(member.getKey(), member.getValue()));
      }
    }
    return fields;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<InstalledObject> look(List<WantedObject> wanted) {
    List<InstalledObject> installed = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (DatadogKind kind : kinds) {
      try {
        installed.addAll(look(kind, wanted));
      } catch (UnansweredException silent) {
        throw silent;
      } catch (InstallException unreadable) {
        problems.add(String.valueOf(unreadable.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InstallException(String.join("\n", problems));
    }
    return installed;
  }

  private List<InstalledObject> look(DatadogKind kind, List<WantedObject> wanted) {
    Map<ObjectKey, WantedObject> byKey = new HashMap<>();
    Map<String, ObjectKey> byName = new HashMap<>();
    for (WantedObject object : wanted) {
      if (object.key().kind().equals(kind.folder())) {
        byKey.put(object.key(), object);
        byName.put(nameOf(kind, body(object)), object.key());
      }
    }
    List<ObjectNode> found =
        new ArrayList<>(
            api.list(
                kind,
                object ->
                    ownership.idOf(kind, object).isPresent()
                        || byName.containsKey(nameOf(kind, object))));
    // Whoever copies an object copies its mark. The one of the right name is ours, else the oldest.
    found.sort(
        Comparator.comparing((ObjectNode object) -> !byName.containsKey(nameOf(kind, object)))
            .thenComparing(object -> DatadogApi.id(object).length())
            .thenComparing(DatadogApi::id));
    List<InstalledObject> installed = new ArrayList<>();
    Set<ObjectKey> seen = new HashSet<>();
    for (ObjectNode object : found) {
      Optional<ObjectKey> ours = ownership.idOf(kind, object).map(id -> key(kind, id));
      if (ours.isPresent() && seen.add(ours.get())) {
        installed.add(ours(kind, ours.get(), object, Optional.ofNullable(byKey.get(ours.get()))));
      }
    }
    for (ObjectNode object : found) {
      ObjectKey key = byName.get(nameOf(kind, object));
      if (key != null && ownership.idOf(kind, object).isEmpty() && seen.add(key)) {
        installed.add(InstalledObject.foreign(key, DatadogApi.id(object)));
      }
    }
    return installed;
  }

  private static ObjectKey key(DatadogKind kind, String id) {
    return new ObjectKey(kind.folder(), id);
  }

  private static String nameOf(DatadogKind kind, JsonNode object) {
    return object.path(kind.nameMember()).asText();
  }

  private static InstalledObject ours(
      DatadogKind kind, ObjectKey key, ObjectNode object, Optional<WantedObject> wanted) {
    Optional<String> applied = AppliedMark.read(kind, object);
    boolean changed =
        applied.isPresent() && !applied.get().equals(AppliedMark.digest(kind, object));
    ObjectNode bare = AppliedMark.without(kind, object);
    SortedMap<String, String> fields = new TreeMap<>();
    wanted.ifPresent(
        like -> fields.putAll(fields((ObjectNode) JsonShape.project(bare, body(like)))));
    Set<String> touched = new HashSet<>();
    if (changed) {
      // The digest is of all of it: which of its members it was is not known.
      bare.fieldNames().forEachRemaining(touched::add);
      wanted.ifPresent(like -> touched.addAll(like.fields().keySet()));
    }
    boolean unfinished = AppliedMark.hasPlace(kind) && applied.isEmpty();
    return new InstalledObject(key, DatadogApi.id(object), true, fields, touched, unfinished, true);
  }

  @Override
  public void create(WantedObject wanted) {
    DatadogKind kind = kind(wanted.key());
    ObjectNode body = body(wanted);
    String purpose = "create %s in %s".formatted(wanted.key(), name);
    finish(kind, body, created(kind, wanted.key(), body, purpose), purpose);
  }

  /** Creating twice would make two: if nobody knows whether it was made, it is looked for first. */
  private ObjectNode created(DatadogKind kind, ObjectKey key, ObjectNode body, String purpose) {
    for (int attempt = 1; ; attempt++) {
      try {
        return api.create(kind, wrapped(kind, body), purpose);
      } catch (UnknownOutcomeException unknown) {
        Optional<ObjectNode> made =
            api
                .list(
                    kind,
                    object -> ownership.idOf(kind, object).filter(key.name()::equals).isPresent())
                .stream()
                .findFirst();
        if (made.isPresent()) {
          return made.get();
        }
        if (attempt == CREATIONS) {
          throw unknown;
        }
      }
    }
  }

  @Override
  public void update(InstalledObject installed, WantedObject wanted) {
    DatadogKind kind = kind(wanted.key());
    ObjectNode body = body(wanted);
    String purpose = "change %s in %s".formatted(wanted.key(), name);
    ObjectNode returned =
        api.replace(kind, installed.id(), wrapped(kind, update(kind, body)), purpose);
    finish(kind, body, returned, purpose);
  }

  private void finish(DatadogKind kind, ObjectNode body, ObjectNode returned, String purpose) {
    if (AppliedMark.hasPlace(kind)) {
      ObjectNode marked = AppliedMark.with(kind, update(kind, body), returned);
      api.replace(kind, DatadogApi.id(returned), marked, purpose);
    }
  }

  @Override
  public void delete(InstalledObject installed) {
    String purpose = "delete %s in %s".formatted(installed.key(), name);
    api.delete(kind(installed.key()), installed.id(), purpose);
  }

  /** What a change may say: a rule's type, a metric's id and what it counts stay as made. */
  static ObjectNode update(DatadogKind kind, ObjectNode body) {
    ObjectNode update = body.deepCopy();
    switch (kind) {
      case RULE -> update.remove("type");
      case METRIC -> {
        update.remove("id");
        if (update.path("attributes") instanceof ObjectNode attributes
            && attributes.path("compute") instanceof ObjectNode compute) {
          compute.retain("include_percentiles");
          if (compute.isEmpty()) {
            attributes.remove("compute");
          }
        }
      }
      case PIPELINE, DASHBOARD, MONITOR -> {
        // All of it is sent again.
      }
    }
    return update;
  }

  private static ObjectNode wrapped(DatadogKind kind, ObjectNode body) {
    return kind == DatadogKind.METRIC
        ? JsonNodeFactory.instance.objectNode().set("data", body)
        : body;
  }

  private static ObjectNode body(WantedObject wanted) {
    return (ObjectNode) JsonShape.parse(wanted.document());
  }

  private static DatadogKind kind(ObjectKey key) {
    for (DatadogKind kind : DatadogKind.values()) {
      if (kind.folder().equals(key.kind())) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Cannot find kind " + key.kind());
  }
}
