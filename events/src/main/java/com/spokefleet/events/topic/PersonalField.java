package com.spokefleet.events.topic;

/**
 * A member of an event's body that tells of a person.
 *
 * @param path names of members from {@code eventBody} on, joined by dots; arrays are looked
 *     through, and everything beneath the member is meant
 */
public record PersonalField(String path, Whose whose, Identifies identifies) {

  /** Who it tells of. */
  public enum Whose {
    /** Who contacts the org. */
    CUSTOMER,
    /** Who works there. */
    STAFF,
    /** Free text, or an object of any kind: settings mostly, but it may be anybody. */
    EITHER
  }

  /** How much it says. */
  public enum Identifies {
    /** A name, number, address, or words of or about the person. */
    DIRECTLY,
    /** An id that only the org can turn into a person. */
    BY_PSEUDONYM
  }

  static PersonalField direct(String path, Whose whose) {
    return new PersonalField(path, whose, Identifies.DIRECTLY);
  }

  static PersonalField pseudonym(String path, Whose whose) {
    return new PersonalField(path, whose, Identifies.BY_PSEUDONYM);
  }
}
