package com.spokefleet.infra.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of the bill.
 *
 * @param unitsPerOrg a month
 * @param unitsOfHub a month, however many orgs there are
 */
record Item(String name, Price price, double unitsPerOrg, double unitsOfHub) {
  static Item perOrg(String name, Price price, double units) {
    return new Item(name, price, units, 0);
  }

  /** US dollars a month, in whole cents, so that a reader may add up what is printed. */
  BigDecimal dollars(int orgs) {
    return BigDecimal.valueOf(price.of(unitsPerOrg * orgs + unitsOfHub))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
