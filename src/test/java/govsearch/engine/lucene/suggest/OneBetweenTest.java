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
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static Map<String, Counted> all(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Counted.all(one.getValue())));
  }

  @Test
  void areThoseOfAScan() throws IOException {
    int found = 0;
    int whole = 0;
    for (int round = 0; round < 20; round++) {
      try (Directory directory = new ByteBuffersDirectory()) {
        List<String> texts = write(directory);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
          IndexedBigrams bigrams = IndexedBigrams.of(texts);
          for (int i = 0; i < 60; i++) {
            String before = random(random.nextInt(4));
            String behind = random(before.length() < 2 ? 2 + random.nextInt(2) : random.nextInt(4));
            Map<String, Counted> counts =
                new OneBetween(searcher, bigrams, Work.of(100_000), before, behind, any -> true)
                    .texts()
                    .orElseThrow()
                    .texts();
            Map<String, Long> scanned = scanned(texts, before, behind);
            whole += counts.equals(all(scanned)) ? 1 : 0;
            for (Map.Entry<String, Counted> one : counts.entrySet()) {
              long all = scanned.getOrDefault(one.getKey(), 0L);
              assertThat(one.getValue().paragraphs())
                  .as("%s of %s?%s in %s", one, before, behind, texts)
                  .isBetween(one.getValue().exact() ? all : 1, all);
            }
            found += counts.size();
          }
        }
      }
    }
    assertThat(found).isGreaterThan(500);
    assertThat(whole).as("of 1,200, as long as there is little to look at").isGreaterThan(1_150);
  }

  @Test
  void areLeftToBeCountedOneByOneWhereThePartsAreTooShort() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      List<String> texts = write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        IndexedBigrams bigrams = IndexedBigrams.of(texts);
        assertThat(new OneBetween(searcher, bigrams, Work.usual(), "法", "人", any -> true).texts())
            .isEmpty();
      }
    }
  }

  /** Of parts in 20,000 paragraphs some are looked at, and what is met there is told. */
  @Test
  void ofPartsThatAreInManyTheFrequentOnesAreTold() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      List<String> kinds = List.of("行政执法人", "行政执行人", "行政事务", "执法检查", "行政执、人");
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < 20_000; i++) {
          writer.addDocument(document(i, kinds.get(i % 8 < 5 ? i % 8 : 0)));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
          texts.add(kinds.get(i % 8 < 5 ? i % 8 : 0));
        }
        Work work = Work.usual();
        Told told =
            new OneBetween(
                    searcher,
                    IndexedBigrams.of(texts),
                    work,
                    "行政执",
                    "人",
                    Character::isLetterOrDigit)
                .texts()
                .orElseThrow();
        Map<String, Counted> counts = told.texts();

        assertThat(told.areAll()).isFalse();
        assertThat(counts).containsOnlyKeys("行政执法人", "行政执行人");
        assertThat(counts.get("行政执法人").exact()).isFalse();
        assertThat(counts.get("行政执法人").about()).isBetween(8_000L, 12_000L);
        assertThat(counts.get("行政执行人").about()).isBetween(1_500L, 4_000L);
        assertThat(Work.USUAL - work.left()).isBetween(1L, 2_000L);
      }
    }
  }

  @Test
  void nothingIsLookedAtWhereNoWorkIsLeft() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      List<String> texts = write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        IndexedBigrams bigrams = IndexedBigrams.of(texts);
        OneBetween between = new OneBetween(searcher, bigrams, Work.of(0), "法治", "人民", any -> true);
        assertThat(between.texts()).contains(new Told(Map.of(), false));
      }
    }
  }
}
