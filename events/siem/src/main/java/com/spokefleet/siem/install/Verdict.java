package com.spokefleet.siem.install;

/** What is to become of an object. */
public enum Verdict {
  /** It is not there. */
  CREATE("to be created", true),
  /** It is ours and older than what we would install. */
  UPDATE("to be changed", true),
  /** It is ours and no longer wanted. */
  DELETE("to be deleted", true),
  /** It is as wanted, but an interrupted run did not note so. */
  FINISH("to be noted as applied; an earlier run was interrupted", true),
  /** It is as wanted. */
  UNCHANGED("unchanged", false),
  /** It has the name that we want and is not ours: never touched. */
  FOREIGN("not ours, and of the same name: rename or delete one of the two", false),
  /** It is ours, differs from what we want, and somebody changed it since: kept unless told. */
  CHANGED_BY_SOMEBODY("changed by somebody since it was applied; --overwrite replaces it", false),
  /** It is ours and no longer wanted, but belongs to the installed package. */
  HELD_BY_PACKAGE("no longer wanted; goes when the new package is installed", false);

  private final String meaning;
  private final boolean work;

  Verdict(String meaning, boolean work) {
    this.meaning = meaning;
    this.work = work;
  }

  public String meaning() {
    return meaning;
  }

  /** Whether applying does something about it. */
  public boolean isWork() {
    return work;
  }

  /** Whether it differs from what is wanted and applying leaves it so. */
  public boolean needsSomebody() {
    return !work && this != UNCHANGED;
  }
}
