package govsearch.http;

import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site has a browser send: requests under a name that is not ours,
 * and those that would change or submit something. Programs send none of the headers that browsers
 * tell it by.
 */
final class ForeignRequests extends Handler.Wrapper {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** A person who typed the address, or our own page. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final ServedHosts hosts;

  private final CrossOrigin others;

  /**
   * Of a service.
   *
   * @param others sites whose pages may ask all the same
   */
  ForeignRequests(ServedHosts hosts, CrossOrigin others) {
    this.hosts = hosts;
    this.others = others;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!isServed(request)) {
      Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
      return true;
    }
    if (!READING.contains(request.getMethod()) && isOfAnotherSite(request)) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** Also of the name in the address, where a request has a whole one, as those to proxies do. */
  private boolean isServed(Request request) {
    String local = Request.getLocalAddr(request);
    String header = request.getHeaders().get(HttpHeader.HOST);
    String address = request.getHttpURI().getHost();
    return (header == null || hosts.include(header, local))
        && (address == null || hosts.include(address, local));
  }

  private boolean isOfAnotherSite(Request request) {
    HttpFields headers = request.getHeaders();
    String site = headers.get("Sec-Fetch-Site");
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin != null && others.includes(origin)) {
      return false;
    }
    if (site != null) {
      return !OWN_SITES.contains(site);
    }
    return origin != null && !isOurs(origin, Request.getLocalAddr(request));
  }

  private boolean isOurs(String origin, @Nullable String local) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && hosts.include(host, local);
    } catch (IllegalArgumentException e) {
      return false; // "null", of a page that has no origin, is none either
    }
  }
}
