package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.library.FileRecord;
import govsearch.library.FileRecord.Given;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The terms by which files are looked up: of each kind of key a letter, and 128 bits of its hash,
 * which no two that differ share.
 */
public final class LedgerKeys {

  private LedgerKeys() {}

  /** Of the files that give a report of a content. */
  public static Term content(String content) {
    return key('c', content);
  }

  /** Of the files that give a report under an id. */
  public static Term reportId(String id) {
    return key('i', id);
  }

  /** Of the files whose source, or a report's of theirs, has a hash. */
  public static Term source(String sha256) {
    return key('s', sha256);
  }

  /** Of the files at a path, in whichever Unicode form. */
  public static Term path(String path) {
    return key('p', Normalizer.normalize(path, Normalizer.Form.NFC));
  }

  static Set<Term> of(FileRecord file) {
    Set<Term> keys = new LinkedHashSet<>();
    keys.add(path(file.path()));
    keys.add(source(file.sha256()));
    for (Given given : file.reports()) {
      keys.add(content(given.content()));
      keys.add(reportId(given.id()));
      keys.add(source(given.source().sha256()));
    }
    return keys;
  }

  private static Term key(char kind, String what) {
    byte[] text = (kind + what).getBytes(StandardCharsets.UTF_8);
    long[] hash = StringHelper.murmurhash3_x64_128(new BytesRef(text));
    ByteBuffer key = ByteBuffer.allocate(1 + 2 * Long.BYTES);
    key.put((byte) kind).putLong(hash[0]).putLong(hash[1]);
    return new Term(Fields.FILE_KEY, new BytesRef(key.array()));
  }
}
