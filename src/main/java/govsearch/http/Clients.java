package govsearch.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices clients that hang up while they wait.
 *
 * <p>Jetty does not read from a connection while a request of it is handled, and so learns of its
 * end only by an answer that cannot be written. Here such a connection is asked now and then for
 * one byte: where it has ended there is none and never will be; where the client has already sent
 * its next request, the byte is put back before the others and the connection is left alone.
 */
final class Clients implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
  private static final long EVERY_MILLIS = 250;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clients").factory());

  Clients() {
    var unused =
        watcher.scheduleWithFixedDelay(
            this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    for (Watched one : watched) {
      try {
        one.look();
      } catch (IOException | RuntimeException | Error e) {
        one.close();
        LOG.warn("a client is not watched any more", e);
      }
    }
  }

  /**
   * Watches until what is given back is closed.
   *
   * @param gone called once, if the client hangs up
   */
  Watched watch(Context context, Runnable gone) {
    Connection connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection();
    Watched one = new Watched(connection, gone);
    // What a request sends along is for the handler to read.
    if (RequestBody.isRead(context) && connection instanceof Connection.UpgradeTo) {
      watched.add(one);
    }
    return one;
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }

  /** One client, for as long as its request is handled. */
  final class Watched implements AutoCloseable {
    private final Connection connection;
    private final Runnable gone;
    private boolean over;

    private Watched(Connection connection, Runnable gone) {
      this.connection = connection;
      this.gone = gone;
    }

    private synchronized void look() throws IOException {
      if (over) {
        return;
      }
      EndPoint endPoint = connection.getEndPoint();
      ByteBuffer next = BufferUtil.allocate(1);
      int filled = endPoint.fill(next);
      if (filled == 0) {
        return;
      }
      close();
      if (filled < 0) {
        gone.run();
      } else if (connection instanceof Connection.UpgradeTo reader) {
        reader.onUpgradeTo(next);
      }
    }

    /** From here on the connection is Jetty's alone. */
    @Override
    public synchronized void close() {
      over = true;
      watched.remove(this);
    }
  }
}
