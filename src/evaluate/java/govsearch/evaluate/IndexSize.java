package govsearch.evaluate;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.snapshot.IndexFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * What an index's space goes to.
 *
 * @param bytes by what they hold: postings, positions, terms, stored, columns, points, other
 * @param documents by their type
 */
public record IndexSize(Map<String, Long> bytes, Map<String, Long> documents) {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("doc", "postings"),
          Map.entry("psm", "postings"),
          Map.entry("pos", "positions"),
          Map.entry("pay", "positions"),
          Map.entry("tim", "terms"),
          Map.entry("tip", "terms"),
          Map.entry("tmd", "terms"),
          Map.entry("fdt", "stored"),
          Map.entry("fdx", "stored"),
          Map.entry("fdm", "stored"),
          Map.entry("dvd", "columns"),
          Map.entry("dvm", "columns"),
          Map.entry("nvd", "lengths"),
          Map.entry("nvm", "lengths"),
          Map.entry("kdd", "points"),
          Map.entry("kdi", "points"),
          Map.entry("kdm", "points"));

  private static final String COMPOUND = "cfs";

  /** Looks at an index that nobody writes to meanwhile. */
  public static IndexSize of(Path index) throws IOException {
    try (Directory directory = IndexFormat.existing(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, Long> bytes = new TreeMap<>();
      for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
        if (segment.info.getUseCompoundFile()) {
          try (Directory parts =
              segment.info.getCodec().compoundFormat().getCompoundReader(directory, segment.info)) {
            add(parts, bytes);
          }
        }
      }
      add(directory, bytes);
      Map<String, Long> documents = new TreeMap<>();
      Terms types = MultiTerms.getTerms(reader, Fields.TYPE);
      TermsEnum all = types == null ? TermsEnum.EMPTY : types.iterator();
      for (BytesRef type = all.next(); type != null; type = all.next()) {
        documents.put(type.utf8ToString(), (long) all.docFreq());
      }
      return new IndexSize(bytes, documents);
    }
  }

  private static void add(Directory files, Map<String, Long> bytes) throws IOException {
    for (String file : files.listAll()) {
      String extension = IndexFileNames.getExtension(file);
      if (!COMPOUND.equals(extension)) { // its parts were counted
        String kind = extension == null ? "other" : KINDS.getOrDefault(extension, "other");
        bytes.merge(kind, files.fileLength(file), Long::sum);
      }
    }
  }
}
