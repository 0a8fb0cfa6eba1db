package govsearch.report;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What a report is and says, in 128 bits: its id, everything known of it, and all of its text. The
 * hash of a collection is the sum of those of its reports, whatever order they came in, so that a
 * change costs the reports that it changes. Meant to tell collections apart, not to withstand
 * somebody who makes reports for a sum.
 */
public record ContentHash(long high, long low) {

  /** That of nothing. */
  public static final ContentHash NONE = new ContentHash(0, 0);

  /** The hash of a report. */
  public static ContentHash of(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, report.head());
      for (Paragraph paragraph : report.paragraphs()) {
        write(out, paragraph);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // written to memory
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256(bytes.toByteArray()));
    return new ContentHash(digest.getLong(), digest.getLong());
  }

  private static void write(DataOutputStream out, ReportHead head) throws IOException {
    text(out, head.id());
    Metadata metadata = head.metadata();
    text(out, head.title());
    text(out, head.province());
    text(out, head.city());
    text(out, head.county());
    text(out, head.town());
    text(out, head.year() == null ? null : head.year().toString());
    text(out, metadata.published() == null ? null : metadata.published().value());
    out.writeBoolean(metadata.ambiguous());
    for (Source source : head.sources()) {
      text(out, source.path());
      text(out, source.url());
      text(out, source.sha256());
    }
  }

  private static void write(DataOutputStream out, Paragraph paragraph) throws IOException {
    text(out, paragraph.id());
    text(out, paragraph.kind().code());
    text(out, paragraph.section().code());
    text(out, paragraph.text());
    for (String heading : paragraph.headingPath()) {
      text(out, heading);
    }
  }

  /** With its length, so that no two texts run into each other. */
  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The sum of both, modulo 2^128. */
  public ContentHash plus(ContentHash other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new ContentHash(high + other.high + carry, sum);
  }

  /** What is left without another one that was added. */
  public ContentHash minus(ContentHash other) {
    long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
    return new ContentHash(high - other.high - borrow, low - other.low);
  }

  /** In 32 hexadecimal digits. */
  @Override
  public String toString() {
    return "%016x%016x".formatted(high, low);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
