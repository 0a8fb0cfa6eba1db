package govsearch.http;

import govsearch.engine.Deadline;
import govsearch.engine.SearchTimedOutException;
import govsearch.export.Column;
import govsearch.export.TableFormat;
import govsearch.export.TableWriter;
import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table sent as it is made. What goes wrong before it has begun is answered as any error; after
 * that the connection is broken, so that no client takes a part for the whole.
 */
final class Download {

  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  private final Context context;
  private final TableFormat format;
  private final String name;
  private final List<Column> columns;
  private @Nullable Client client;
  private @Nullable TableWriter table;

  private Download(Context context, TableFormat format, String name, List<Column> columns) {
    this.context = context;
    this.format = format;
    this.name = name;
    this.columns = columns;
  }

  /** Makes the rows of a table. */
  interface Work {
    void write(Download download) throws IOException;
  }

  /**
   * Answers with a table.
   *
   * @param name of the file, without its ending, and of the table in it
   * @param work has to call {@link #begin} before the first row, and when there is none
   */
  static void answer(
      Context context, TableFormat format, List<Column> columns, String name, Work work)
      throws IOException {
    if ("HTTP/1.0".equals(context.req().getProtocol())) {
      // There an answer ends where the connection does, whether or not it is whole.
      throw ProblemException.badRequest("协议过旧", "下载需要 HTTP/1.1：用 HTTP/1.0 无从知道文件是否完整");
    }
    String plain = "govsearch." + format.code();
    context.header("Content-Disposition", Attachments.named(plain, name + "." + format.code()));
    context.contentType(format.contentType());
    if (context.method().equals(io.javalin.http.HandlerType.HEAD)) {
      return;
    }
    Download download = new Download(context, format, name, columns);
    try {
      work.write(download);
      download.table().finish();
    } catch (IOException | RuntimeException | Error e) {
      if (download.client == null) {
        context.res().setHeader("Content-Disposition", null);
        throw e;
      }
      download.breakOff(download.client, e);
    }
  }

  /** Everything has been found: from here on there is an answer. */
  void begin() {
    try {
      Client to = new Client(context.res().getOutputStream());
      client = to;
      table = format.open(to, name, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void row(List<? extends @Nullable Object> cells) {
    try {
      table().row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableWriter table() {
    if (table == null) {
      throw new IllegalStateException("not begun");
    }
    return table;
  }

  private void breakOff(Client client, Throwable cause) {
    if (client.isGone() || Deadline.current().isCancelled()) {
      LOG.debug("a client left before its download was whole", cause);
    } else if (cause instanceof SearchTimedOutException) {
      LOG.warn("{} broken off: it took longer than a request may", context.fullUrl());
    } else {
      LOG.error("{} broken off", context.fullUrl(), cause);
    }
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /** Remembers whether it was the client who ended it. */
  private static final class Client extends FilterOutputStream {
    private boolean gone;

    Client(OutputStream out) {
      super(out);
    }

    boolean isGone() {
      return gone;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        gone = true;
        throw e;
      }
    }
  }
}
