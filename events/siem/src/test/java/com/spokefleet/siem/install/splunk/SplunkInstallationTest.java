package com.spokefleet.siem.install.splunk;

import com.spokefleet.siem.install.InstallationContract;
import com.spokefleet.siem.install.Site;

final class SplunkInstallationTest extends InstallationContract {
  @Override
  protected Site start() {
    return new SplunkSite();
  }
}
