package com.spokefleet.siem.predicate;

/** How a number is compared with a bound. */
public enum Comparison {
  AT_LEAST(">="),
  AT_MOST("<="),
  ABOVE(">"),
  BELOW("<");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As it is written in the catalogue, in SPL and in Datadog alike. */
  public String sign() {
    return sign;
  }

  /**
   * @param order of the number against the bound, as {@link Comparable} tells it
   */
  boolean holds(int order) {
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case AT_MOST -> order <= 0;
      case ABOVE -> order > 0;
      case BELOW -> order < 0;
    };
  }
}
