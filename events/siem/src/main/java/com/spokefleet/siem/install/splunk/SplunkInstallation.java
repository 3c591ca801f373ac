package com.spokefleet.siem.install.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.InstalledObject;
import com.spokefleet.siem.install.ObjectKey;
import com.spokefleet.siem.install.RefusedException;
import com.spokefleet.siem.install.WantedObject;
import com.spokefleet.siem.install.http.RestClient;
import com.spokefleet.siem.install.http.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Our app in a Splunk. Only its own namespace is looked at, and of that only what its {@link
 * Manifest} names is ours. The app itself must be there: it is installed as a package.
 */
public final class SplunkInstallation implements Installation {
  private static final String MANIFEST = "configs/conf-" + Manifest.CONF;
  private static final int CREATIONS = 3;

  private final String name;
  private final String app;
  private final String version;
  private final SplunkRest rest;
  private final LookupSearches lookups;

  /** What was noted when it was last looked. */
  private final Map<ObjectKey, Manifest.Note> notes = new HashMap<>();

  private Optional<String> installed = Optional.empty();

  /**
   * @param name of the destination
   * @param app its id, which is the name of its folder
   * @param version of the app that is wanted
   */
  public SplunkInstallation(String name, String app, String version, RestClient http) {
    this.name = "Splunk " + name;
    this.app = app;
    this.version = version;
    this.rest = new SplunkRest(this.name, app, http);
    this.lookups = new LookupSearches(rest);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> remark() {
    return installed
        .filter(there -> !there.equals(version))
        .map(
            there ->
                "version %s of the app is installed, this is %s: what describes the app itself comes with the package only"
                    .formatted(there, version));
  }

  @Override
  public List<InstalledObject> look(List<WantedObject> wanted) {
    installed = rest.appVersion();
    if (installed.isEmpty()) {
      throw new InstallException(
          ("Cannot find the app %s in %s: install the package that `fleet siem export` writes, then"
                  + " run this again")
              .formatted(app, name));
    }
    readNotes();
    Map<ObjectKey, WantedObject> byKey = new LinkedHashMap<>();
    wanted.forEach(object -> byKey.put(object.key(), object));
    Set<SplunkKind> kinds = new TreeSet<>();
    byKey.keySet().forEach(key -> kinds.add(new SplunkKind(key.kind())));
    notes.keySet().forEach(key -> kinds.add(new SplunkKind(key.kind())));
    List<InstalledObject> installed = new ArrayList<>();
    Set<ObjectKey> seen = new HashSet<>();
    for (SplunkKind kind : kinds) {
      for (SplunkRest.Entry entry : rest.list(kind.endpoint())) {
        ObjectKey key = new ObjectKey(kind.name(), entry.name());
        if (byKey.containsKey(key) || notes.containsKey(key)) {
          seen.add(key);
          installed.add(found(key, entry, Optional.ofNullable(byKey.get(key))));
        }
      }
    }
    for (ObjectKey gone : new TreeSet<>(notes.keySet())) {
      if (!seen.contains(gone) && !byKey.containsKey(gone)) {
        installed.add(new InstalledObject(gone, "", true, new TreeMap<>(), Set.of(), false, true));
      }
    }
    return installed;
  }

  private void readNotes() {
    notes.clear();
    try {
      for (SplunkRest.Entry entry : rest.list(MANIFEST)) {
        notes.put(Manifest.key(entry.name()), Manifest.note(entry.content()));
      }
    } catch (RefusedException none) {
      throw new InstallException(
          ("%s; the installed app %s has no manifest, so that nobody can tell what in it is ours:"
                  + " install the package that `fleet siem export` writes. If that is what is"
                  + " installed, this Splunk does not open its configuration endpoints, as Splunk"
                  + " Cloud may not: install each new package instead")
              .formatted(none.getMessage(), app),
          none);
    }
  }

  private InstalledObject found(
      ObjectKey key, SplunkRest.Entry entry, Optional<WantedObject> wanted) {
    Optional<Manifest.Note> noted = Optional.ofNullable(notes.get(key));
    if (noted.isEmpty()) {
      return InstalledObject.foreign(key, entry.name());
    }
    if (isLeftToOthers(key, wanted)) {
      SortedMap<String, String> none = new TreeMap<>();
      return new InstalledObject(key, entry.name(), true, none, Set.of(), false, true);
    }
    SortedMap<String, String> fields = fields(key, entry, noted.get(), wanted);
    if (!noted.get().claims(fields)) {
      return InstalledObject.foreign(key, entry.name());
    }
    boolean unfinished =
        !noted.get().pending().isEmpty()
            || wanted.isPresent()
                && fields.equals(wanted.get().fields())
                && !noted.get().applied().equals(Manifest.digests(fields));
    return new InstalledObject(
        key,
        entry.name(),
        true,
        fields,
        noted.get().touched(fields),
        unfinished,
        entry.removable());
  }

  /** An empty lookup is made once, and filled by searches or by a run that knows more than this. */
  private static boolean isLeftToOthers(ObjectKey key, Optional<WantedObject> wanted) {
    return key.kind().equals(SplunkKind.LOOKUPS.name())
        && wanted.isPresent()
        && wanted.get().fields().isEmpty();
  }

  private SortedMap<String, String> fields(
      ObjectKey key, SplunkRest.Entry entry, Manifest.Note note, Optional<WantedObject> wanted) {
    SplunkKind kind = new SplunkKind(key.kind());
    if (kind.equals(SplunkKind.LOOKUPS)) {
      String purpose = "read the lookup %s of %s".formatted(key.name(), name);
      return SplunkContent.lookupFields(lookups.read(key.name(), purpose));
    }
    Set<String> names = new TreeSet<>(note.fields());
    wanted.ifPresent(object -> names.addAll(object.fields().keySet()));
    SortedMap<String, String> fields = new TreeMap<>();
    for (String field : names) {
      JsonNode value = entry.content().path(kind.argument(field));
      String text = SplunkContent.normal(value.asText());
      if (!text.isEmpty()) {
        fields.put(field, text);
      }
    }
    return fields;
  }

  @Override
  public void create(WantedObject wanted) {
    String purpose = "create %s in %s".formatted(wanted.key(), name);
    SplunkKind kind = new SplunkKind(wanted.key().kind());
    announce(wanted, purpose);
    if (kind.equals(SplunkKind.LOOKUPS)) {
      lookups.write(wanted.key().name(), LookupTable.ofCsv(wanted.document()), purpose);
    } else {
      createOnce(kind, wanted, purpose);
    }
    note(wanted, purpose);
  }

  /** A name is taken once, but "taken" after a lost answer would be taken for somebody else's. */
  private void createOnce(SplunkKind kind, WantedObject wanted, String purpose) {
    String object = wanted.key().name();
    for (int attempt = 1; ; attempt++) {
      try {
        rest.create(kind.endpoint(), object, arguments(kind, wanted, Set.of()), purpose);
        return;
      } catch (UnknownOutcomeException unknown) {
        if (rest.exists(kind.endpoint(), object, purpose)) {
          return;
        }
        if (attempt == CREATIONS) {
          throw unknown;
        }
      }
    }
  }

  @Override
  public void update(InstalledObject installed, WantedObject wanted) {
    String purpose = "change %s in %s".formatted(wanted.key(), name);
    if (!installed.fields().equals(wanted.fields())) {
      SplunkKind kind = new SplunkKind(wanted.key().kind());
      announce(wanted, purpose);
      if (kind.equals(SplunkKind.LOOKUPS)) {
        lookups.write(wanted.key().name(), LookupTable.ofCsv(wanted.document()), purpose);
      } else {
        Map<String, String> values = arguments(kind, wanted, installed.fields().keySet());
        rest.update(kind.endpoint(), installed.id(), values, purpose);
      }
    }
    note(wanted, purpose);
  }

  @Override
  public void delete(InstalledObject installed) {
    String purpose = "delete %s in %s".formatted(installed.key(), name);
    ObjectKey key = installed.key();
    if (!installed.id().isEmpty()) {
      rest.delete(new SplunkKind(key.kind()).endpoint(), installed.id(), purpose);
    }
    rest.delete(MANIFEST, Manifest.stanza(key), purpose);
    notes.remove(key);
  }

  /**
   * The form of a request.
   *
   * @param present what is set now; a field that is wanted no longer is emptied
   */
  private static Map<String, String> arguments(
      SplunkKind kind, WantedObject wanted, Set<String> present) {
    Map<String, String> values = new LinkedHashMap<>();
    Form.read(wanted.document()).forEach((field, value) -> values.put(kind.argument(field), value));
    for (String field : present) {
      values.putIfAbsent(kind.argument(field), "");
    }
    return values;
  }

  private void announce(WantedObject wanted, String purpose) {
    SortedMap<String, String> applied =
        notes.containsKey(wanted.key()) ? notes.get(wanted.key()).applied() : new TreeMap<>();
    write(wanted.key(), new Manifest.Note(applied, Manifest.digests(wanted.fields())), purpose);
  }

  private void note(WantedObject wanted, String purpose) {
    write(
        wanted.key(),
        new Manifest.Note(Manifest.digests(wanted.fields()), new TreeMap<>()),
        purpose);
  }

  private void write(ObjectKey key, Manifest.Note note, String purpose) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Manifest.APPLIED, Manifest.text(note.applied()));
    values.put(Manifest.PENDING, Manifest.text(note.pending()));
    String stanza = Manifest.stanza(key);
    if (notes.containsKey(key)) {
      rest.update(MANIFEST, stanza, values, purpose);
    } else {
      try {
        rest.create(MANIFEST, stanza, values, purpose);
      } catch (UnknownOutcomeException unknown) {
        if (!rest.exists(MANIFEST, stanza, purpose)) {
          rest.create(MANIFEST, stanza, values, purpose);
        }
      }
    }
    notes.put(key, note);
  }
}
