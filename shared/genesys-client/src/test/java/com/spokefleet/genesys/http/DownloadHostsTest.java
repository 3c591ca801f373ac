package com.spokefleet.genesys.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in an answer is followed only to where a download can lie. */
class DownloadHostsTest {
  private static final DownloadHosts HOSTS =
      new DownloadHosts(URI.create("https://api.mypurecloud.de"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.mypurecloud.de/file",
        "https://API.MYPURECLOUD.DE:8443/file",
        "https://downloads.mypurecloud.de/file?signature=x",
        "https://bucket.s3.eu-central-1.amazonaws.com/key?X-Amz-Signature=x",
        "https://bucket.s3.amazonaws.com/key",
        "https://s3.eu-central-1.amazonaws.com/bucket/key",
        "https://bucket.s3-eu-west-1.amazonaws.com/key",
        "https://bucket.s3.dualstack.eu-west-1.amazonaws.com/key",
        "https://bucket.s3.eusc-de-east-1.amazonaws.eu/key"
      })
  void followedAreTheOrgsOwnDomainAndS3OverTls(String address) {
    assertThat(HOSTS.allowed(address)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.mypurecloud.de/file",
        "http://bucket.s3.amazonaws.com/key",
        "https://bucket.s3.amazonaws.com:8443/key",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://localhost/",
        "https://evil.example.com/",
        "https://mypurecloud.de.evil.example.com/",
        "https://evilmypurecloud.de/",
        "https://s3.amazonaws.com.evil.example.com/",
        "https://notes3.amazonaws.com/",
        "https://ec2-10-0-0-1.compute.amazonaws.com/",
        "https://api.mypurecloud.de@evil.example.com/",
        "https://user@bucket.s3.amazonaws.com/key",
        "file:///etc/passwd",
        "//bucket.s3.amazonaws.com/key",
        "not an address",
        ""
      })
  void nothingElseIs(String address) {
    assertThat(HOSTS.allowed(address)).isEmpty();
  }

  @Test
  void anOrgServedWithoutTlsInTestsIsItsOwnHostByItsOwnSchemeOnly() {
    DownloadHosts loopback = new DownloadHosts(URI.create("http://127.0.0.1:8080"));

    assertThat(loopback.allowed("http://127.0.0.1:9090/file")).isPresent();
    assertThat(loopback.allowed("http://localhost:9090/file")).isEmpty();
  }
}
