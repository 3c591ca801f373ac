package com.spokefleet.genesys.aggregate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.spokefleet.genesys.json.CurrentText;
import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.genesys.json.TextCache;
import com.spokefleet.genesys.json.UnknownFields;
import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.WithinView;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a reply to an aggregates query in one pass over its bytes. Unlike details there is no
 * record to put aside: a reply of which a part cannot be read is refused as a whole.
 */
final class AggregatesReplyDecoder {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private final Duration granularity;
  private final Map<String, WithinView> views;
  private final TextCache words = new TextCache();
  private final TextCache identifiers = new TextCache();

  AggregatesReplyDecoder(Duration granularity, List<WithinView> views) {
    this.granularity = granularity;
    this.views =
        views.stream().collect(Collectors.toUnmodifiableMap(WithinView::name, Function.identity()));
  }

  AggregatesReply decode(byte[] body, Instant from, Instant to) throws MalformedPageException {
    try (JsonParser parser = JSON.createParser(body)) {
      return new Reply(parser, new CurrentText(parser, words, identifiers), from, to).decode();
    } catch (IOException malformed) {
      throw new MalformedPageException(
          "the JSON is malformed or cut short (" + malformed.getClass().getSimpleName() + ")");
    } catch (PoisonException wrongType) {
      throw new MalformedPageException(wrongType.reason());
    }
  }

  /** The state of decoding one reply. */
  private final class Reply {
    private final JsonParser parser;
    private final FieldReader reader;
    private final UnknownFields unknown = new UnknownFields();
    private final Instant from;
    private final Instant to;
    private final Map<IntervalKey, Bucket> buckets = new LinkedHashMap<>();
    private boolean listed;
    private long withoutQueue;
    private long unknownMetrics;

    Reply(JsonParser parser, CurrentText text, Instant from, Instant to) {
      this.parser = parser;
      this.reader = new FieldReader(parser, text, unknown);
      this.from = from;
      this.to = to;
    }

    AggregatesReply decode() throws IOException, PoisonException, MalformedPageException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedPageException("the reply is not a JSON object");
      }
      for (String name = reader.nextField(); name != null; name = reader.nextField()) {
        switch (name) {
          case "results" -> decodeResults();
          case "systemToOrganizationMappings" -> reader.skip();
          default -> reader.skipUnknown("(reply)", name);
        }
      }
      if (parser.nextToken() != null) {
        throw new MalformedPageException("something follows the reply's JSON");
      }
      long unknownCount = unknown.counts().values().stream().mapToLong(Long::longValue).sum();
      return new AggregatesReply(listed, buckets, unknownCount + unknownMetrics, withoutQueue);
    }

    private void decodeResults() throws IOException, PoisonException, MalformedPageException {
      listed = reader.startsArray();
      if (listed) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          requireObject();
          decodeResult();
        }
      }
    }

    private void decodeResult() throws IOException, PoisonException, MalformedPageException {
      Group group = new Group(null, null, null);
      List<Bucket> data = new ArrayList<>();
      for (String name = reader.nextField(); name != null; name = reader.nextField()) {
        switch (name) {
          case "group" -> group = decodeGroup();
          case "data" -> decodeData(data);
          default -> reader.skipUnknown("results", name);
        }
      }
      if (group.queueId() == null) {
        withoutQueue++;
        return;
      }
      for (Bucket bucket : data) {
        if (buckets.put(group.at(bucket.start()), bucket) != null) {
          throw new MalformedPageException("the reply tells an interval of a group twice");
        }
      }
    }

    private Group decodeGroup() throws IOException, PoisonException {
      String queueId = null;
      String mediaType = null;
      String direction = null;
      if (reader.startsObject()) {
        for (String name = reader.nextField(); name != null; name = reader.nextField()) {
          switch (name) {
            case "queueId" -> queueId = reader.repeatedIdentifier();
            case "mediaType" -> mediaType = reader.repeatedIdentifier();
            case "direction" -> direction = reader.repeatedIdentifier();
            default -> reader.skipUnknown("results.group", name);
          }
        }
      }
      return new Group(queueId, mediaType, direction);
    }

    private void decodeData(List<Bucket> data)
        throws IOException, PoisonException, MalformedPageException {
      if (reader.startsArray()) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          requireObject();
          data.add(decodeBucket());
        }
      }
    }

    /** The interval may come after the figures, so they wait. */
    private Bucket decodeBucket() throws IOException, PoisonException, MalformedPageException {
      Bucket bucket = null;
      List<Told> told = new ArrayList<>(30);
      for (String name = reader.nextField(); name != null; name = reader.nextField()) {
        switch (name) {
          case "interval" -> bucket = new Bucket(start(reader.text()));
          case "metrics" -> decodeTold("metric", told);
          case "views" -> decodeTold("name", told);
          default -> reader.skipUnknown("results.data", name);
        }
      }
      if (bucket == null) {
        throw new MalformedPageException("figures without an interval");
      }
      for (Told each : told) {
        put(bucket, each);
      }
      return bucket;
    }

    private void decodeTold(String nameField, List<Told> told)
        throws IOException, PoisonException, MalformedPageException {
      if (!reader.startsArray()) {
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        requireObject();
        String metric = null;
        Stats stats = null;
        for (String name = reader.nextField(); name != null; name = reader.nextField()) {
          if (name.equals(nameField)) {
            metric = reader.word();
          } else if (name.equals("stats")) {
            stats = Stats.decode(reader);
          } else if (name.equals("qualifier")) {
            reader.skip();
          } else {
            reader.skipUnknown("results.data.metrics", name);
          }
        }
        if (metric != null && stats != null) {
          told.add(new Told(metric, stats));
        }
      }
    }

    private void put(Bucket bucket, Told told) {
      switch (told.name()) {
        case "oServiceLevel" -> bucket.serviceLevel(told.stats());
        case "oServiceTarget" -> bucket.serviceTarget(told.stats());
        default -> {
          AggregateMetric metric = AggregateMetric.named(told.name()).orElse(null);
          WithinView view = views.get(told.name());
          if (metric != null) {
            bucket.metric(metric, told.stats());
          } else if (view != null) {
            bucket.view(view, told.stats());
          } else {
            unknownMetrics++;
          }
        }
      }
    }

    private Instant start(@Nullable String interval) throws MalformedPageException {
      try {
        String text = interval == null ? "" : interval.split("/", 2)[0];
        Instant start = OffsetDateTime.parse(text).toInstant();
        if (start.isBefore(from)
            || !start.isBefore(to)
            || start.toEpochMilli() % granularity.toMillis() != 0) {
          throw new MalformedPageException("an interval that was not asked for");
        }
        return start;
      } catch (DateTimeException notAnInterval) {
        throw new MalformedPageException("an interval that is none");
      }
    }

    private void requireObject() throws MalformedPageException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new MalformedPageException("something in a list is not an object");
      }
    }
  }

  private record Told(String name, Stats stats) {}

  private record Group(
      @Nullable String queueId, @Nullable String mediaType, @Nullable String direction) {
    IntervalKey at(Instant start) {
      return new IntervalKey(
          queueId == null ? IntervalKey.UNKNOWN : queueId,
          mediaType == null ? IntervalKey.UNKNOWN : mediaType,
          direction == null ? IntervalKey.UNKNOWN : direction,
          start);
    }
  }
}
