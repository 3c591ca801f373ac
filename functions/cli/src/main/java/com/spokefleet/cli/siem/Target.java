package com.spokefleet.cli.siem;

import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.WantedObject;
import java.util.List;

/** A SIEM with what is wanted in it. */
record Target(Installation installation, List<WantedObject> wanted) {
  Target {
    wanted = List.copyOf(wanted);
  }
}
