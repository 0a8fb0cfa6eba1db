package govsearch.engine.lucene.document;

import govsearch.library.FileRecord;
import govsearch.library.Ledger.Glance;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A glance at a file as the column of the ledger has it: what holds of it, the fingerprint where
 * there is one, the hashes of its sources.
 */
public final class StoredGlance {

  private static final int REPORTS = 1;
  private static final int SKIPPED = 2;
  private static final int STAMPED = 4;

  private static final int FINGERPRINT = 16;
  private static final int SOURCE = 32;
  private static final HexFormat HEX = HexFormat.of();

  private StoredGlance() {}

  static BytesRef write(FileRecord file) {
    Glance glance = Glance.of(file);
    byte[] fingerprint = HEX.parseHex(glance.fingerprint());
    int holds =
        (glance.reports() ? REPORTS : 0)
            | (glance.skipped() ? SKIPPED : 0)
            | (fingerprint.length > 0 ? STAMPED : 0);
    ByteBuffer out = ByteBuffer.allocate(1 + fingerprint.length + SOURCE * glance.sources().size());
    out.put((byte) holds).put(fingerprint);
    glance.sources().forEach(sha256 -> out.put(HEX.parseHex(sha256)));
    return new BytesRef(out.array());
  }

  /** The glance at the file at a path. */
  public static Glance read(String path, BytesRef column) {
    ByteBuffer in = ByteBuffer.wrap(column.bytes, column.offset, column.length);
    int holds = in.get();
    String fingerprint = (holds & STAMPED) == 0 ? "" : hex(in, FINGERPRINT);
    List<String> sources = new ArrayList<>(1);
    while (in.hasRemaining()) {
      sources.add(hex(in, SOURCE));
    }
    return new Glance(path, fingerprint, (holds & REPORTS) != 0, (holds & SKIPPED) != 0, sources);
  }

  private static String hex(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return HEX.formatHex(bytes);
  }
}
