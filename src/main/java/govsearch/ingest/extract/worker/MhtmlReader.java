package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that a browser or Word saved as one file: the part of HTML that {@code start} names
 * (RFC 2387), else the first.
 */
final class MhtmlReader implements Reader {

  private static final Pattern START = Pattern.compile("(?i);\\s*start\\s*=\\s*\"?([^\";]{1,200})");

  private static final int MOST_BYTES = 64 << 20;

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException, IOException {
    MimeTokenStream parts = new MimeTokenStream(MimeConfig.PERMISSIVE);
    parts.parse(new ByteArrayInputStream(bytes));
    String start = null;
    String id = "";
    Page first = null;
    try {
      for (EntityState at = parts.getState();
          at != EntityState.T_END_OF_STREAM;
          at = parts.next()) {
        if (at == EntityState.T_START_HEADER) {
          id = "";
        } else if (at == EntityState.T_FIELD) {
          String value = String.valueOf(parts.getField().getBody());
          switch (parts.getField().getName().toLowerCase(Locale.ROOT)) {
            case "content-id" -> id = bare(value);
            case "content-type" -> start = start == null ? start(value) : start;
            default -> {
              // says nothing of the order
            }
          }
        } else if (at == EntityState.T_BODY && isHtml(parts)) {
          Page page = page(parts);
          if (start == null || id.equals(start)) {
            readPage(page, out);
            return;
          }
          first = first == null ? page : first;
        }
      }
    } catch (MimeException e) {
      throw new IOException(e);
    }
    if (first != null) {
      readPage(first, out);
      return;
    }
    throw new RejectedFileException("mht 文件里没有网页");
  }

  private static boolean isHtml(MimeTokenStream parts) {
    return parts.getBodyDescriptor().getMimeType().contains("html");
  }

  private static final class Page {
    final byte[] bytes;
    final @Nullable String declared;

    Page(byte[] bytes, @Nullable String declared) {
      this.bytes = bytes;
      this.declared = declared;
    }
  }

  private static Page page(MimeTokenStream parts) throws IOException {
    try (InputStream in = new BoundedStream(parts.getDecodedInputStream(), MOST_BYTES)) {
      return new Page(in.readAllBytes(), parts.getBodyDescriptor().getCharset());
    }
  }

  /** The part that a multipart's header names as its beginning; null where it names none. */
  private static @Nullable String start(String contentType) {
    Matcher start = START.matcher(contentType);
    return start.find() ? bare(start.group(1)) : null;
  }

  private static String bare(String id) {
    return id.strip().replace("<", "").replace(">", "");
  }

  private static void readPage(Page page, Output out) throws RejectedFileException {
    Charset charset = page.declared == null ? null : HtmlReader.charset(page.declared);
    if (charset == null || charset.name().equals("US-ASCII")) {
      new HtmlReader().read(page.bytes, out);
    } else {
      HtmlReader.read(TextDecoder.decode(page.bytes, charset).text(), out);
    }
  }
}
