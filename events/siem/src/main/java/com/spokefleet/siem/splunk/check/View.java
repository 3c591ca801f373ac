package com.spokefleet.siem.splunk.check;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A page or menu as XML.
 *
 * @param problem why it is none; empty if it is well-formed
 * @param elements in order of the document, the root first
 */
record View(String problem, List<Element> elements) {
  View {
    elements = List.copyOf(elements);
  }

  static View of(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Document document = builder.parse(new InputSource(new StringReader(text)));
      List<Element> elements = new ArrayList<>();
      NodeList all = document.getElementsByTagName("*");
      for (int at = 0; at < all.getLength(); at++) {
        if (all.item(at) instanceof Element element) {
          elements.add(element);
        }
      }
      return new View("", elements);
    } catch (SAXException malformed) {
      return new View("it is no XML: " + malformed.getMessage(), List.of());
    } catch (IOException | ParserConfigurationException failure) {
      throw new IllegalStateException("Cannot read XML", failure);
    }
  }

  List<Element> named(String name) {
    return elements.stream().filter(element -> element.getTagName().equals(name)).toList();
  }

  /** The searches of all panels and choices. */
  List<String> queries() {
    return named("query").stream().map(Element::getTextContent).toList();
  }

  /** What an attribute of any element, or its own text, says. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Element element : elements) {
      if (element.getElementsByTagName("*").getLength() == 0) {
        texts.add(element.getTextContent());
      }
      for (int at = 0; at < element.getAttributes().getLength(); at++) {
        texts.add(element.getAttributes().item(at).getNodeValue());
      }
    }
    return texts;
  }
}
