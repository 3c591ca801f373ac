package com.spokefleet.testing.org;

/**
 * How many of a thousand records are odd, each of them for ever: poison that no reader can accept,
 * fields nobody has documented, and values outside the documented enums.
 */
public record DataOddities(
    int poisonPerThousand, int unknownFieldsPerThousand, int unknownValuesPerThousand) {
  public static DataOddities none() {
    return new DataOddities(0, 0, 0);
  }

  public static DataOddities some() {
    return new DataOddities(4, 30, 30);
  }
}
