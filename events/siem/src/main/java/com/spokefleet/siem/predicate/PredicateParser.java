package com.spokefleet.siem.predicate;

import com.spokefleet.siem.predicate.PredicateTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code entity_type = OAuthClient and vendor_action in (Create, Copy) and not level =
 * SYSTEM}. A test is {@code field = value}, {@code field in (value, ...)}, {@code field exists} or
 * {@code field >= number} (also {@code <=}, {@code >}, {@code <}); {@code not} binds strongest,
 * then {@code and}, then {@code or}; parentheses as usual. Values need quotes if they hold anything
 * but letters, digits and {@code _ . : * @ / -}.
 */
public final class PredicateParser {
  private final PredicateTokens tokens;

  private PredicateParser(String text) {
    this.tokens = new PredicateTokens(text);
  }

  /**
   * @throws PredicateException if the text is no predicate
   */
  public static Predicate parse(String text) {
    PredicateParser parser = new PredicateParser(text);
    Predicate predicate = parser.any();
    if (!parser.tokens.atEnd()) {
      throw parser.tokens.unexpected("`and`, `or` or the end");
    }
    return predicate;
  }

  private Predicate any() {
    List<Predicate> parts = new ArrayList<>(List.of(all()));
    while (tokens.takes("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Predicate.Any(parts);
  }

  private Predicate all() {
    List<Predicate> parts = new ArrayList<>(List.of(part()));
    while (tokens.takes("and")) {
      parts.add(part());
    }
    return parts.size() == 1 ? parts.getFirst() : new Predicate.All(parts);
  }

  private Predicate part() {
    if (tokens.takes("not")) {
      return new Predicate.Not(part());
    }
    if (tokens.takes("(")) {
      Predicate inner = any();
      tokens.require(")");
      return inner;
    }
    return test();
  }

  private Predicate test() {
    String field = field();
    if (tokens.takes("exists")) {
      return new Predicate.Exists(field);
    }
    if (tokens.takes("=")) {
      return new Predicate.Is(field, List.of(value()));
    }
    if (tokens.takes("in")) {
      tokens.require("(");
      List<ValuePattern> values = new ArrayList<>(List.of(value()));
      while (tokens.takes(",")) {
        values.add(value());
      }
      tokens.require(")");
      return new Predicate.Is(field, values);
    }
    for (Comparison comparison : Comparison.values()) {
      if (tokens.takes(comparison.sign())) {
        return new Predicate.Compares(field, comparison, number());
      }
    }
    throw tokens.unexpected("`=`, `in`, `exists` or a comparison");
  }

  private String field() {
    Token token = tokens.next("a field");
    if (token.quoted() || !token.text().matches("[a-z][a-z0-9_]*")) {
      throw tokens.before("expected the name of a field, found " + token.text());
    }
    return token.text();
  }

  private ValuePattern value() {
    Token token = tokens.next("a value");
    boolean isWord = token.quoted() || PredicateTokens.isBare(token.text());
    if (!isWord || token.text().isEmpty()) {
      throw tokens.before("expected a value, found `" + token.text() + "`");
    }
    if (!token.quoted() && PredicateTokens.isKeyword(token.text())) {
      throw tokens.before("put `" + token.text() + "` in quotes if it is meant as a value");
    }
    return new ValuePattern(token.text());
  }

  private BigDecimal number() {
    Token token = tokens.next("a number");
    if (!Numbers.isNumber(token.text())) {
      throw tokens.before("expected a number, found `" + token.text() + "`");
    }
    return new BigDecimal(token.text());
  }
}
