package com.spokefleet.benchmark.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Flat fields, taken out of a tree. */
final class TreeFields {
  private static final long MEGABYTE = 1L << 20;
  private static final Set<String> CUSTOMER =
      Set.of(
          "ani",
          "dnis",
          "wrapup_notes",
          "external_contact_id",
          "external_organization_id",
          "conversation_external_contact_ids",
          "conversation_external_organization_ids",
          "address_from",
          "address_to",
          "callback_numbers",
          "callback_user_name",
          "participant_name",
          "remote",
          "session_dnis",
          "subject");

  private final Map<String, String> snakes = new HashMap<>();
  private final List<String> redacted = new ArrayList<>();
  private final ObjectNode flat;

  TreeFields(ObjectNode flat) {
    this.flat = flat;
  }

  ObjectNode flat() {
    return flat;
  }

  void add(String prefix, String path, ObjectNode source, Map<String, String> names) {
    for (Map.Entry<String, JsonNode> member : source.properties()) {
      String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      String known = names.get(here);
      String name = known == null ? join(prefix, member.getKey()) : known;
      JsonNode value = member.getValue();
      if (value instanceof ObjectNode object) {
        add(name, here, object, names);
      } else if (value instanceof ArrayNode array) {
        array(here, name, array);
      } else if (here.equals("eventTime")) {
        flat.set("event_time", value);
      } else if (!value.isNull()) {
        put(name, value);
      }
    }
  }

  void finish() {
    if (!redacted.isEmpty()) {
      ArrayNode list = flat.putArray("redacted");
      redacted.forEach(list::add);
    }
  }

  void figures(ObjectNode body) {
    for (JsonNode processor : body.path("processors")) {
      if (processor.path("cpuId").asText().equals("total")) {
        flat.put("cpu_load_percent", processor.get("activeTimePct").asLong());
      }
    }
    for (JsonNode memory : body.path("memory")) {
      if (memory.path("type").asText().equals("physical")) {
        space("mem", memory.get("totalBytes").asLong(), memory.get("availableBytes").asLong());
      }
    }
    if (!body.path("disks").isEmpty()) {
      space(
          "storage",
          sum(body.get("disks"), "totalBytes"),
          sum(body.get("disks"), "availableBytes"));
    }
    if (!body.path("networks").isEmpty()) {
      flat.put(
          "thruput",
          sum(body.get("networks"), "sentBytesPerSec")
              + sum(body.get("networks"), "receivedBytesPerSec"));
    }
  }

  private void array(String here, String name, ArrayNode array) {
    if (array.isEmpty()) {
      return;
    }
    if (here.equals("propertyChanges")) {
      changes(array);
    } else if (array.get(0).isObject()) {
      columns(name, array);
    } else {
      put(name, array);
      if (here.equals("remoteIp")) {
        sourceAddress(array);
      }
    }
  }

  private void sourceAddress(ArrayNode addresses) {
    for (JsonNode address : addresses) {
      String text = address.asText();
      boolean inside =
          text.startsWith("10.")
              || text.startsWith("192.168.")
              || text.startsWith("127.")
              || text.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")
              || text.matches("(?i)(:|f[cde]).*");
      if (!inside) {
        flat.put("src_ip", text);
        return;
      }
    }
  }

  private void changes(ArrayNode changed) {
    ArrayNode properties = flat.putArray("changed_properties");
    ArrayNode sentences = flat.putArray("changes");
    ArrayNode old = flat.arrayNode();
    ArrayNode fresh = flat.arrayNode();
    for (JsonNode change : changed) {
      String property = change.get("property").asText();
      properties.add(property);
      sentences.add(
          property
              + ": "
              + joined(property, change.path("oldValues"), old)
              + " -> "
              + joined(property, change.path("newValues"), fresh));
    }
    if (!old.isEmpty()) {
      flat.set("old_values", old);
    }
    if (!fresh.isEmpty()) {
      flat.set("new_values", fresh);
    }
  }

  private static String joined(String property, JsonNode values, ArrayNode each) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value.asText());
      each.add(property + "=" + value.asText());
    }
    return String.join("|", texts);
  }

  private void columns(String name, ArrayNode elements) {
    Map<String, ArrayNode> columns = new LinkedHashMap<>();
    for (int index = 0; index < elements.size(); index++) {
      element(name, elements.get(index), index, columns);
    }
    columns.forEach(
        (key, column) -> {
          while (column.size() < elements.size()) {
            column.addNull();
          }
          flat.set(key, column);
        });
  }

  private void element(String name, JsonNode element, int index, Map<String, ArrayNode> columns) {
    for (Map.Entry<String, JsonNode> member : element.properties()) {
      String here = join(name, member.getKey());
      if (member.getValue().isObject()) {
        element(here, member.getValue(), index, columns);
        continue;
      }
      ArrayNode column = columns.computeIfAbsent(here, key -> flat.arrayNode());
      while (column.size() < index) {
        column.addNull();
      }
      column.add(member.getValue());
    }
  }

  private void put(String name, JsonNode value) {
    if (CUSTOMER.contains(name)) {
      redacted.add(name);
    } else {
      flat.set(name, value);
    }
  }

  private void space(String name, long total, long free) {
    flat.put(name, total / MEGABYTE);
    flat.put(name + "_free", free / MEGABYTE);
    flat.put(name + "_used", (total - free) / MEGABYTE);
    flat.put(name + "_free_percent", percent(free, total));
    flat.put(name + "_used_percent", percent(total - free, total));
  }

  private static BigDecimal percent(long part, long total) {
    return BigDecimal.valueOf(Math.round(1_000.0 * part / total), 1);
  }

  private static long sum(JsonNode elements, String member) {
    long sum = 0;
    for (JsonNode element : elements) {
      sum += element.path(member).asLong();
    }
    return sum;
  }

  private String join(String prefix, String name) {
    String snake =
        snakes.computeIfAbsent(
            name,
            key ->
                key.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .replaceAll("[^\\p{L}\\p{N}]+", "_")
                    .toLowerCase(Locale.ROOT));
    return prefix.isEmpty() ? snake : prefix + "_" + snake;
  }
}
