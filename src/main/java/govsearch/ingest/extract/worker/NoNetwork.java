package govsearch.ingest.extract.worker;

import java.io.IOException;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Opens no connection. */
final class NoNetwork extends URLStreamHandler {

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    throw new IOException("no network here: " + url.getProtocol());
  }

  static SocketImpl socket() {
    throw new UnsupportedOperationException("no network here");
  }
}
