package com.spokefleet.genesys.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses named in an answer may be fetched. An answer that somebody tampered with must not
 * make this program ask hosts of its own network.
 *
 * <p>Allowed are the host of the org's own API, by the API's own scheme on any port, and over TLS
 * on the usual port the hosts under the org's own domain and those of S3. Genesys does not say
 * which hosts its downloads come from; whatever is not allowed here is not needed, either, for the
 * same rows can be had in pages.
 */
public final class DownloadHosts {
  private static final int DEFAULT_PORT = -1;
  private static final int TLS_PORT = 443;

  /** A bucket by its name in front or in the path, with or without a region. */
  private static final Pattern S3 =
      Pattern.compile(
          "([a-z0-9.-]+\\.)?s3([.-](dualstack\\.)?[a-z0-9-]+)?\\.amazonaws\\.(com|com\\.cn|eu)");

  private final String ownScheme;
  private final String ownHost;
  private final Optional<String> ownDomain;

  public DownloadHosts(URI api) {
    this.ownScheme = String.valueOf(api.getScheme()).toLowerCase(Locale.ROOT);
    this.ownHost = String.valueOf(api.getHost()).toLowerCase(Locale.ROOT);
    this.ownDomain =
        ownHost.startsWith("api.")
            ? Optional.of(ownHost.substring("api".length()))
            : Optional.empty();
  }

  /** The address, if it may be fetched. */
  public Optional<URI> allowed(String address) {
    try {
      URI uri = new URI(address);
      return isAllowed(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private boolean isAllowed(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null) {
      return false;
    }
    if (host.equals(ownHost)) {
      return scheme.equals(ownScheme);
    }
    boolean usualPort = uri.getPort() == DEFAULT_PORT || uri.getPort() == TLS_PORT;
    boolean known = ownDomain.filter(host::endsWith).isPresent() || S3.matcher(host).matches();
    return scheme.equals("https") && usualPort && known;
  }
}
