package govsearch.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * How long a request may take to come in, and how much it may bring. Jetty's idle timeout begins
 * anew with every byte, and its minimum rates either end a client that pauses for a second or let
 * one drip for hours; here the headers have a time, and so has each piece of a body.
 */
final class ArrivalLimits extends Handler.Wrapper implements Connection.Listener {

  /** What a body has to bring in two thirds of the time, unless it ends; 50 kbit/s for 20 s. */
  private static final int PIECE = 128 << 10;

  private static final String CLOCK = ArrivalLimits.class.getName();

  private final Duration time;
  private final long mostBytes;

  /**
   * Limits.
   *
   * @param time for the headers, and for each piece of the body
   * @param mostBytes of a body, whether or not it said how long it would be
   */
  ArrivalLimits(Duration time, long mostBytes) {
    this.time = time;
    this.mostBytes = mostBytes;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData meta) {
      Clock clock = new Clock(meta.getConnector().getScheduler(), connection.getEndPoint());
      meta.setAttribute(CLOCK, clock);
      clock.start(time);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof ConnectionMetaData meta
        && meta.getAttribute(CLOCK) instanceof Clock clock) {
      clock.destroy();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!(request.getConnectionMetaData().getAttribute(CLOCK) instanceof Clock clock)) {
      return super.handle(request, response, callback);
    }
    clock.cancel();
    // The next request of the same connection may take its time from here on.
    Request.addCompletionListener(request, failure -> clock.start(time));
    return super.handle(hasBody(request) ? new Timed(request, clock) : request, response, callback);
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /** Ends the connection of a client that is waited for in vain. */
  private static final class Clock extends CyclicTimeout {
    private final EndPoint endPoint;

    Clock(Scheduler scheduler, EndPoint endPoint) {
      super(scheduler);
      this.endPoint = endPoint;
    }

    void start(Duration time) {
      schedule(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onTimeoutExpired() {
      endPoint.close();
    }
  }

  /** The body, on the clock from when it is first waited for. */
  private final class Timed extends Request.Wrapper {
    private final Clock clock;
    private long arrived;
    private long pieceEnds = PIECE;
    private long pieceBegan;
    private Content.@Nullable Chunk failure;

    Timed(Request request, Clock clock) {
      super(request);
      this.clock = clock;
      this.pieceBegan = System.nanoTime();
    }

    @Override
    public void demand(Runnable onAvailable) {
      if (failure != null) {
        onAvailable.run();
        return;
      }
      if (arrived == 0) {
        beginPiece();
      }
      super.demand(onAvailable);
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (failure != null) {
        return failure;
      }
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      ByteBuffer bytes = chunk.getByteBuffer();
      arrived += bytes.remaining();
      if (chunk.isLast()) {
        clock.cancel();
      } else if (arrived >= pieceEnds) {
        beginPiece();
      } else if (isSlow()) {
        return refuse(chunk, HttpStatus.REQUEST_TIMEOUT_408, "the body comes too slowly");
      }
      if (arrived > mostBytes) {
        return refuse(chunk, HttpStatus.PAYLOAD_TOO_LARGE_413, "the body is too long");
      }
      return chunk;
    }

    private void beginPiece() {
      pieceBegan = System.nanoTime();
      pieceEnds = arrived + PIECE;
      clock.start(time);
    }

    /** Some time before the clock ends the connection, so that there is still an answer. */
    private boolean isSlow() {
      return System.nanoTime() - pieceBegan > time.toNanos() / 3 * 2;
    }

    private Content.Chunk refuse(Content.Chunk chunk, int status, String reason) {
      chunk.release();
      clock.cancel();
      failure = Content.Chunk.from(new HttpException.RuntimeException(status, reason), true);
      return failure;
    }
  }
}
