package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.lucene.analysis.EncodedText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.GramStream;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Texts with one character between two parts, in several segments with deletions. */
class OneBetweenTest {

  private final Random random = new Random(20_261_128);

  private String random(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("法治人民调".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static Document document(int id, String text) {
    Document document = new Document();
    document.add(new StringField("id", Integer.toString(id), Field.Store.NO));
    document.add(new TextField(Fields.LITERAL, new GramStream(new EncodedText(text))));
    return document;
  }

  /** Writes texts, some of them not to stay; gives those that stay. */
  private List<String> write(Directory directory) throws IOException {
    List<String> texts = new ArrayList<>();
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 60; i++) {
        String text = random(1 + random.nextInt(14));
        writer.addDocument(document(i, text));
        texts.add(text);
        if (i % 25 == 0) {
          writer.commit();
        }
      }
      for (int i = 59; i >= 0; i -= 7) {
        writer.deleteDocuments(new Term("id", Integer.toString(i)));
        texts.remove(i);
      }
    }
    return texts;
  }

  private static Map<String, Long> scanned(List<String> texts, String before, String behind) {
    Map<String, Long> counts = new HashMap<>();
    int length = before.length() + 1 + behind.length();
    for (String text : texts) {
      Set<String> here = new HashSet<>();
      for (int at = 0; at + length <= text.length(); at++) {
        String part = text.substring(at, at + length);
        if (part.startsWith(before) && part.endsWith(behind)) {
          here.add(part);
        }
      }
      here.forEach(part -> counts.merge(part, 1L, Long::sum));
    }
    return counts;
  }

  @Test
  void areThoseOfAScan() throws IOException {
    int found = 0;
    for (int round = 0; round < 20; round++) {
      try (Directory directory = new ByteBuffersDirectory()) {
        List<String> texts = write(directory);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
          IndexedBigrams bigrams = IndexedBigrams.of(texts);
          for (int i = 0; i < 60; i++) {
            String before = random(random.nextInt(4));
            String behind = random(before.length() < 2 ? 2 + random.nextInt(2) : random.nextInt(4));
            Optional<Map<String, Long>> counts =
                new OneBetween(searcher, bigrams, before, behind).texts();
            assertThat(counts)
                .as("%s?%s in %s", before, behind, texts)
                .contains(scanned(texts, before, behind));
            found += counts.orElseThrow().size();
          }
        }
      }
    }
    assertThat(found).isGreaterThan(500);
  }

  @Test
  void areLeftToBeCountedOneByOneWhereThePartsAreTooShort() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      List<String> texts = write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        assertThat(new OneBetween(searcher, IndexedBigrams.of(texts), "法", "人").texts()).isEmpty();
      }
    }
  }
}
