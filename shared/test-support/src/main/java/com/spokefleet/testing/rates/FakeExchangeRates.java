package com.spokefleet.testing.rates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A central bank's files under {@code /eurofxref}, and a quote API under {@code
 * /quote/<base>/<quote>}. Rates follow from the seed and the date; the bank publishes on weekdays
 * that are no holidays, some time after 16:00 in Frankfurt. The truth is told apart from the
 * answers. Thread-safe.
 */
public final class FakeExchangeRates implements AutoCloseable {
  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
  private static final LocalTime IN_FORCE = LocalTime.of(16, 0);
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private final long seed;
  private final Clock clock;
  private final HttpServer server;
  private final Set<LocalDate> holidays = new ConcurrentSkipListSet<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Duration delay = Duration.ofMinutes(12);
  private volatile UnaryOperator<String> spoil = UnaryOperator.identity();
  private volatile int status = 200;
  private volatile Map.@Nullable Entry<String, String> wanted;

  private FakeExchangeRates(long seed, Clock clock, HttpServer server) {
    this.seed = seed;
    this.clock = clock;
    this.server = server;
  }

  public static FakeExchangeRates start(long seed, Clock clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeExchangeRates rates = new FakeExchangeRates(seed, clock, server);
      server.createContext("/", rates::handle);
      server.start();
      return rates;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot start the fake exchange rates", failure);
    }
  }

  /** The bank's folder. */
  public URI ecb() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/eurofxref");
  }

  /** The address of a quote, with places for both currencies. */
  public String quote() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/quote/{base}/{quote}?live=1";
  }

  public void holiday(LocalDate date) {
    holidays.add(date);
  }

  /** How long after 16:00 the bank's files have the day's rates. */
  public void publishesAfter(Duration time) {
    delay = time;
  }

  /** From now on every answer has this status. */
  public void answer(int httpStatus) {
    status = httpStatus;
  }

  /** From now on every body is changed so. */
  public void spoil(UnaryOperator<String> change) {
    spoil = change;
  }

  /** From now on quotes are told to those only who send the header with this text. */
  public void wants(String header, String key) {
    wanted = Map.entry(header, key);
  }

  public int requests() {
    return requests.get();
  }

  /** Units of the currency one euro is worth by the bank's rates of that day. */
  public BigDecimal ecbRate(String currency, LocalDate date) {
    if (currency.equals("EUR")) {
      return BigDecimal.ONE;
    }
    BigDecimal around =
        switch (currency) {
          case "USD" -> new BigDecimal("1.0800");
          case "AUD" -> new BigDecimal("1.6500");
          case "JPY" -> new BigDecimal("162.00");
          case "GBP" -> new BigDecimal("0.8450");
          default -> throw new IllegalArgumentException("Cannot quote " + currency);
        };
    long moved = new SplittableRandom(seed * 31 + date.toEpochDay()).nextLong(-300, 301);
    return around.add(around.movePointLeft(4).multiply(BigDecimal.valueOf(moved)));
  }

  /** The day whose rates are in force: the last publication not after the instant. */
  public LocalDate inForce(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, FRANKFURT);
    while (!isPublished(date) || instant.isBefore(inForceFrom(date))) {
      date = date.minusDays(1);
    }
    return date;
  }

  public Instant inForceFrom(LocalDate date) {
    return date.atTime(IN_FORCE).atZone(FRANKFURT).toInstant();
  }

  private boolean isPublished(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !holidays.contains(date);
  }

  /** What one unit of base is worth in the other currency by a quote of that minute. */
  public BigDecimal quoted(String base, String quote, Instant minute) {
    long moved =
        new SplittableRandom(seed * 131 + minute.getEpochSecond() / 60).nextLong(-5_000, 5_001);
    BigDecimal around =
        ecbRate(quote, FIRST).divide(ecbRate(base, FIRST), 6, RoundingMode.HALF_EVEN);
    return around.add(BigDecimal.valueOf(moved, 6));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      String body = spoil.apply(path.startsWith("/quote/") ? quoteJson(path) : ecbXml(path));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      int answered = body.isEmpty() ? 404 : isLetIn(exchange) ? status : 401;
      exchange.sendResponseHeaders(answered, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private boolean isLetIn(HttpExchange exchange) {
    Map.Entry<String, String> header = wanted;
    return header == null
        || header.getValue().equals(exchange.getRequestHeaders().getFirst(header.getKey()));
  }

  /** A quote is some seconds old. */
  private String quoteJson(String path) {
    String[] parts = path.split("/");
    if (parts.length != 4) {
      return "";
    }
    Instant minute = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 60 * 60);
    return "{\"data\":{\"mid\":%s,\"at\":\"%s\"},\"note\":null}"
        .formatted(quoted(parts[2], parts[3], minute).toPlainString(), minute);
  }

  private String ecbXml(String path) {
    LocalDate newest = newestPublished(clock.instant());
    LocalDate first;
    switch (path) {
      case "/eurofxref/eurofxref-daily.xml" -> first = newest;
      case "/eurofxref/eurofxref-hist-90d.xml" -> first = newest.minusDays(90);
      case "/eurofxref/eurofxref-hist.xml" -> first = FIRST;
      default -> {
        return "";
      }
    }
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
            xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject>
            <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
            <Cube>
            """);
    for (LocalDate date = newest; !date.isBefore(first); date = date.minusDays(1)) {
      if (isPublished(date)) {
        xml.append("<Cube time=\"").append(date).append("\">");
        for (String currency : new String[] {"USD", "JPY", "GBP", "AUD"}) {
          xml.append(
              "<Cube currency=\"%s\" rate=\"%s\"/>"
                  .formatted(currency, ecbRate(currency, date).toPlainString()));
        }
        xml.append("</Cube>\n");
      }
    }
    return xml.append("</Cube></gesmes:Envelope>").toString();
  }

  private LocalDate newestPublished(Instant now) {
    LocalDate date = LocalDate.ofInstant(now, FRANKFURT);
    while (!isPublished(date) || now.isBefore(inForceFrom(date).plus(delay))) {
      date = date.minusDays(1);
    }
    return date;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
