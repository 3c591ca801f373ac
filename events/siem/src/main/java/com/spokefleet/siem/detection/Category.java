package com.spokefleet.siem.detection;

/** What a detection is about; the order is that of documents and menus. */
public enum Category {
  OAUTH("OAuth clients"),
  ACCESS("Access and identity"),
  FEED("Our own feed"),
  RECORDING("Recordings"),
  TELEPHONY("Telephony and toll fraud"),
  INTEGRATION("Integrations and data actions"),
  DATA("Data leaving or vanishing"),
  PLATFORM("Platform and configuration"),
  OPERATIONS("Operations");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
