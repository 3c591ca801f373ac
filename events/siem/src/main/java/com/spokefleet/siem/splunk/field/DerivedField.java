package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.splunk.spl.SplEval;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that Splunk makes when it searches: a calculated field. All of an event's are made at
 * once, of what the event itself holds, so none may be made of another.
 *
 * @param cases the first whose condition holds decides
 * @param otherwise if none does
 */
public record DerivedField(String name, List<Case> cases, Value otherwise) {
  /** A value for some events. */
  public record Case(Predicate when, Value value) {}

  public DerivedField {
    cases = List.copyOf(cases);
  }

  static DerivedField of(String name, Value value) {
    return new DerivedField(name, List.of(), value);
  }

  /** With a case that goes before {@code otherwise}, and after those it has. */
  DerivedField when(String predicate, Value value) {
    return when(PredicateParser.parse(predicate), value);
  }

  /** The same of a condition that is there already. */
  DerivedField when(Predicate predicate, Value value) {
    List<Case> more = new ArrayList<>(cases);
    more.add(new Case(predicate, value));
    return new DerivedField(name, more, otherwise);
  }

  /** What Splunk makes of the event; empty if nothing. */
  public List<String> in(FieldValues event) {
    for (Case one : cases) {
      if (one.when().matches(event)) {
        return one.value().in(event);
      }
    }
    return otherwise.in(event);
  }

  /** The expression after {@code EVAL-name =}. */
  public String expression() {
    if (cases.isEmpty()) {
      return otherwise.expression();
    }
    StringBuilder text = new StringBuilder("case(");
    for (Case one : cases) {
      text.append(SplEval.of(one.when()))
          .append(", ")
          .append(one.value().expression())
          .append(", ");
    }
    return text.append("true(), ").append(otherwise.expression()).append(')').toString();
  }
}
