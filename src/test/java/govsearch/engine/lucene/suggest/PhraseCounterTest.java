package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.NearText;
import govsearch.engine.lucene.analysis.EncodedText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.GramStream;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.snapshot.IndexedBigrams;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases in texts that repeat themselves, in several segments with deletions. */
class PhraseCounterTest {

  private static final int TEXTS = 80;
  private static final int PHRASES = 1_500;

  private final Random random = new Random(20_261_128);

  private String random(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("法治人".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  /** Writes texts, some of them not to stay; gives those that stay. */
  private List<String> write(Directory directory) throws IOException {
    List<String> texts = new ArrayList<>();
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < TEXTS; i++) {
        String text = random(1 + random.nextInt(24));
        Document document = new Document();
        document.add(new StringField("id", Integer.toString(i), Field.Store.NO));
        document.add(new TextField(Fields.LITERAL, new GramStream(new EncodedText(text))));
        writer.addDocument(document);
        texts.add(text);
        if (i % 20 == 0) {
          writer.flush();
        }
      }
      writer.commit();
      for (int i = TEXTS - 1; i >= 0; i -= 1 + random.nextInt(20)) {
        writer.deleteDocuments(new Term("id", Integer.toString(i)));
        texts.remove(i);
      }
    }
    return texts;
  }

  @Test
  void countsAsReadingTheTextsDoes() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      List<String> texts = write(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(2);
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        IndexedBigrams bigrams = IndexedBigrams.of(texts);
        int there = 0;
        int whole = 0;
        for (int i = 0; i < PHRASES; i++) {
          String phrase = random(1 + random.nextInt(9));
          String other = random(2 + random.nextInt(4));
          long count = texts.stream().filter(text -> text.contains(phrase)).count();
          PhraseCounter counter = new PhraseCounter(searcher, bigrams, Work.of(100_000));
          Counted counted = counter.of(List.of(phrase)).getFirst();
          assertThat(counted.paragraphs()).as(phrase).isBetween(counted.exact() ? count : 0, count);
          whole += counted.exact() ? 1 : 0;
          if (count > 0) {
            assertThat(counter.mayBeAnywhere(phrase)).as(phrase).isTrue();
          } else {
            assertThat(counter.isAnywhere(phrase)).as(phrase).isFalse();
          }
          assertThat((long) searcher.count(LiteralQueries.inText(phrase))).isEqualTo(count);
          compareWithAnother(searcher, texts, phrase, other);
          there += count > 0 ? 1 : 0;
        }
        assertThat(there).isBetween(PHRASES / 4, PHRASES - 100);
        assertThat(whole).as("looked at to the end").isGreaterThan(PHRASES * 9 / 10);
      }
    }
  }

  /** A phrase beside others is looked for in what these leave, and where it stands at the last. */
  private static void compareWithAnother(
      IndexSearcher searcher, List<String> texts, String phrase, String other) throws IOException {
    Query one = LiteralQueries.inText(phrase);
    Query two = LiteralQueries.inText(other);
    assertThat((long) searcher.count(both(one, Occur.MUST, two, Occur.MUST)))
        .isEqualTo(texts.stream().filter(t -> t.contains(phrase) && t.contains(other)).count());
    assertThat((long) searcher.count(both(one, Occur.SHOULD, two, Occur.SHOULD)))
        .isEqualTo(texts.stream().filter(t -> t.contains(phrase) || t.contains(other)).count());
    assertThat((long) searcher.count(both(one, Occur.MUST, two, Occur.MUST_NOT)))
        .isEqualTo(texts.stream().filter(t -> t.contains(phrase) && !t.contains(other)).count());
  }

  private static Query both(Query one, Occur first, Query two, Occur second) {
    return new BooleanQuery.Builder().add(one, first).add(two, second).build();
  }

  @Test
  void endsWhenTimeIsOver() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig();
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < 20_000; i++) {
          Document document = new Document();
          document.add(new TextField(Fields.LITERAL, new GramStream(new EncodedText("法治人"))));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> true);
        IndexedBigrams bigrams = IndexedBigrams.of(List.of("法治人"));
        Counted counted =
            new PhraseCounter(searcher, bigrams, Work.usual()).of(List.of("法治人")).getFirst();
        assertThat(counted.paragraphs()).isLessThan(20_000);
        assertThat(counted.exact()).isFalse();
        assertThat(searcher.timedOut()).isTrue();
      }
    }
  }

  /** In each hundred paragraphs 60 have 法治 and 人民, 30 of these side by side. */
  private static void writeMany(Directory directory, int texts) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < texts; i++) {
        String text = i % 10 < 3 ? "法治人民" : i % 10 < 6 ? "人民法治" : "治人";
        Document document = new Document();
        document.add(new TextField(Fields.LITERAL, new GramStream(new EncodedText(text))));
        writer.addDocument(document);
      }
    }
  }

  private static IndexedBigrams bigramsOf(int texts) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      all.add(i % 10 < 3 ? "法治人民" : i % 10 < 6 ? "人民法治" : "治人");
    }
    return IndexedBigrams.of(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 40_000})
  void ofManyParagraphsNoMoreAreCountedThanAnybodyWantsToKnow(int texts) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeMany(directory, texts);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        Work work = Work.usual();
        Counted counted =
            new PhraseCounter(searcher, bigramsOf(texts), work).of(List.of("法治人民")).getFirst();

        assertThat(counted.paragraphs()).isEqualTo(NearText.MOST_COUNTED);
        assertThat(counted.exact()).isFalse();
        assertThat(counted.about()).isBetween(texts / 4L, texts / 2L);
        assertThat(Work.USUAL - work.left()).isBetween(500L, 2_500L);
      }
    }
  }

  @Test
  void whatIsNowhereThoughItsCharactersAreFrequentIsNotLookedForToTheEnd() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeMany(directory, 20_000);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        Work work = Work.usual();
        PhraseCounter counter = new PhraseCounter(searcher, bigramsOf(20_000), work);

        assertThat(counter.of(List.of("人民法治人"))).containsExactly(Counted.UNKNOWN);
        assertThat(Work.USUAL - work.left()).isBetween(100L, 1_000L);
        assertThat(counter.mayBeAnywhere("人民法治人")).as("nobody knows").isTrue();
        assertThat(counter.mayBeAnywhere("人民治")).as("民治 is nowhere").isFalse();
      }
    }
  }

  @Test
  void nothingIsCountedWhereNoWorkIsLeft() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeMany(directory, 100);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LimitedSearcher searcher = new LimitedSearcher(reader, () -> false);
        Work work = Work.of(0);
        assertThat(new PhraseCounter(searcher, bigramsOf(100), work).of(List.of("法治", "法治人民")))
            .containsExactly(Counted.UNKNOWN, Counted.UNKNOWN);
        assertThat(work.left()).isZero();
      }
    }
  }
}
