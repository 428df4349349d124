package io.github.shikaku.exchange.web;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Where a request goes, taken apart once for all of its kind.
 *
 * @param host where to connect to
 * @param authority what the request calls it
 * @param path the rest
 */
record WebAddress(HttpHost host, URIAuthority authority, String path) {
  private static final int HTTPS = 443;

  static WebAddress of(URI address) {
    String host = address.getHost();
    // Java leaves the brackets of an IPv6 address on.
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    return new WebAddress(
        new HttpHost(address.getScheme(), plain, port),
        new URIAuthority(plain, address.getPort()),
        address.getRawPath());
  }

  @Override
  public String toString() {
    return host + path;
  }
}
