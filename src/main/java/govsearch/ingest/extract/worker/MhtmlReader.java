package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** Reads a page that a browser or Word saved as one file: its first part of HTML. */
final class MhtmlReader implements Reader {

  private static final int MOST_BYTES = 64 << 20;

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException, IOException {
    MimeTokenStream parts = new MimeTokenStream(MimeConfig.PERMISSIVE);
    parts.parse(new ByteArrayInputStream(bytes));
    try {
      for (EntityState at = parts.getState();
          at != EntityState.T_END_OF_STREAM;
          at = parts.next()) {
        if (at == EntityState.T_BODY && isHtml(parts)) {
          try (InputStream in = new BoundedStream(parts.getDecodedInputStream(), MOST_BYTES)) {
            readPage(in.readAllBytes(), parts.getBodyDescriptor().getCharset(), out);
          }
          return;
        }
      }
    } catch (MimeException e) {
      throw new IOException(e);
    }
    throw new RejectedFileException("mht 文件里没有网页");
  }

  private static boolean isHtml(MimeTokenStream parts) {
    return parts.getBodyDescriptor().getMimeType().contains("html");
  }

  private static void readPage(byte[] page, @Nullable String declared, Output out)
      throws RejectedFileException {
    Charset charset = declared == null ? null : HtmlReader.charset(declared);
    if (charset == null || charset.name().equals("US-ASCII")) {
      new HtmlReader().read(page, out);
    } else {
      HtmlReader.read(TextDecoder.decode(page, charset).text(), out);
    }
  }
}
