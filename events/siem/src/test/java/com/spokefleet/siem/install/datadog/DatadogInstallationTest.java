package com.spokefleet.siem.install.datadog;

import com.spokefleet.siem.install.InstallationContract;
import com.spokefleet.siem.install.Site;

final class DatadogInstallationTest extends InstallationContract {
  @Override
  protected Site start() {
    return new DatadogSite();
  }
}
