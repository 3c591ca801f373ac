package com.spokefleet.ingest.currency;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bank's XML: {@code <Cube time="2026-11-20"><Cube currency="USD" rate="1.0432"/>…}. The
 * parser knows no document types and no entities, so an answer can neither read files nor grow. A
 * currency that Java does not know is left out, for no amount can be in it.
 */
final class EcbXml {
  static final Currency EURO = Currency.getInstance("EUR");

  private static final Comparator<Currency> BY_CODE =
      Comparator.comparing(Currency::getCurrencyCode);

  private EcbXml() {}

  /** The rates of one day: units of each currency that one euro is worth. */
  record Day(LocalDate date, Map<Currency, BigDecimal> rates) {}

  /** The text is not what the bank publishes. */
  static final class MalformedException extends Exception {
    MalformedException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  static List<Day> read(byte[] xml) throws MalformedException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException malformed) {
      throw new MalformedException("the XML is malformed or cut short", malformed);
    }
  }

  private static List<Day> read(XMLStreamReader reader)
      throws XMLStreamException, MalformedException {
    List<Day> days = new ArrayList<>();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new MalformedException("the XML declares a document type or uses an entity", null);
      }
      if (event != XMLStreamConstants.START_ELEMENT || !reader.getLocalName().equals("Cube")) {
        continue;
      }
      String time = reader.getAttributeValue(null, "time");
      String currency = reader.getAttributeValue(null, "currency");
      if (time != null) {
        days.add(new Day(date(time), new TreeMap<>(BY_CODE)));
      } else if (currency != null) {
        if (days.isEmpty()) {
          throw new MalformedException("a rate stands before any date", null);
        }
        add(days.getLast().rates(), currency, reader.getAttributeValue(null, "rate"));
      }
    }
    return days;
  }

  private static void add(Map<Currency, BigDecimal> rates, String code, @Nullable String rate)
      throws MalformedException {
    // Written so before a currency was first quoted.
    if (rate == null || rate.equals("N/A")) {
      return;
    }
    Currency currency;
    try {
      currency = Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      return;
    }
    if (!rate.matches("\\d{1,8}(\\.\\d{1,10})?") || new BigDecimal(rate).signum() == 0) {
      throw new MalformedException("the rate of " + currency + " is not a positive number", null);
    }
    rates.put(currency, new BigDecimal(rate));
  }

  private static LocalDate date(String time) throws MalformedException {
    try {
      return LocalDate.parse(time);
    } catch (DateTimeException malformed) {
      throw new MalformedException("a date is not one", malformed);
    }
  }
}
