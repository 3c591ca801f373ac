package com.spokefleet.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public networks in CIDR notation, IPv4 or IPv6, as AWS compares a caller's address with. */
final class NetworkText {
  private static final Pattern CIDR =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)/([0-9]{1,3})");

  /** No one network is larger: what is written shorter means everybody, or nearly. */
  private static final int WIDEST_IPV4 = 8;

  private static final int WIDEST_IPV6 = 16;

  /** Addresses that never reach S3 as they are: private, shared, loopback and link-local ones. */
  private static final List<String> NEVER_SEEN =
      List.of(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "fc00::/7",
          "fe80::/10");

  static final Scalar<String> TYPE =
      Scalar.text(Map.of("pattern", "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"), NetworkText::check);

  private NetworkText() {}

  private static String check(String text) throws InvalidValueException {
    Network network = parse(text);
    int widest = network.bits() == 32 ? WIDEST_IPV4 : WIDEST_IPV6;
    if (network.prefix() < widest) {
      throw new InvalidValueException(
          "admits nearly everybody; a network has at least /%d".formatted(widest));
    }
    if (!network.masked().equals(network.address())) {
      throw new InvalidValueException(
          "has bits set behind its first %d; write the network's own address"
              .formatted(network.prefix()));
    }
    for (String unseen : NEVER_SEEN) {
      if (parse(unseen).contains(network)) {
        throw new InvalidValueException(
            "is never seen by S3, which knows public addresses only; name the VPC endpoint under"
                + " fromVpcEndpoints instead");
      }
    }
    return text;
  }

  private static Network parse(String text) throws InvalidValueException {
    Matcher matcher = CIDR.matcher(text);
    if (!matcher.matches()) {
      throw notANetwork();
    }
    byte[] address;
    try {
      // Digits, points and colons only, so no name is ever looked up.
      address = InetAddress.getByName(matcher.group(1)).getAddress();
    } catch (UnknownHostException e) {
      throw notANetwork();
    }
    int prefix = Integer.parseInt(matcher.group(2));
    boolean mixed = matcher.group(1).indexOf(':') >= 0 && address.length == 4;
    if (prefix > address.length * 8 || mixed) {
      throw notANetwork();
    }
    return new Network(new BigInteger(1, address), address.length * 8, prefix);
  }

  private static InvalidValueException notANetwork() {
    return new InvalidValueException("must be a network such as 203.0.113.0/24 or 2001:db8::/32");
  }

  private record Network(BigInteger address, int bits, int prefix) {
    BigInteger masked() {
      return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    boolean contains(Network other) {
      return bits == other.bits
          && prefix <= other.prefix
          && address.equals(other.address.shiftRight(bits - prefix).shiftLeft(bits - prefix));
    }
  }
}
