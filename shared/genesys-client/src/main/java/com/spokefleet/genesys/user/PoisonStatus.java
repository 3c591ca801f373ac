package com.spokefleet.genesys.user;

/**
 * A status that could not be read. It is cut out of its user, so that the bytes are the same
 * however the page was cut and whatever else the user did that day.
 *
 * @param raw a users detail with this status alone, or the whole element where it is no object or
 *     names no user
 * @param reason names the field at fault, never its value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PoisonStatus(byte[] raw, String reason) {
  @Override
  public String toString() {
    return "PoisonStatus[" + raw.length + " bytes, reason=" + reason + "]";
  }
}
