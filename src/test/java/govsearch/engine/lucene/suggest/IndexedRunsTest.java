package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.IndexSink;
import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StoredJson;
import govsearch.engine.lucene.snapshot.IndexFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedRunsTest {

  private final WordCutter cutter = new WordCutter();

  @Test
  void areTheWordsOfTheTextsAsTheyAreCut(@TempDir Path index) throws IOException {
    try (IndexSink sink = LuceneSink.update(index)) {
      SampleReports.read(SampleReports.FOLDER).forEach(sink::put);
      sink.commit();
    }
    int compared = 0;
    try (DirectoryReader reader = DirectoryReader.open(IndexFormat.existing(index))) {
      for (LeafReaderContext leaf : reader.leaves()) {
        compared += compare(leaf.reader());
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** Reads every second paragraph; the others were not asked for. */
  private int compare(LeafReader leaf) throws IOException {
    FixedBitSet some = new FixedBitSet(leaf.maxDoc());
    List<Integer> all = paragraphs(leaf);
    for (int i = 0; i < all.size(); i += 2) {
      some.set(all.get(i));
    }
    IndexedRuns runs = IndexedRuns.of(leaf, some);
    for (int doc : all) {
      String text = StoredJson.paragraph(leaf.storedFields().document(doc)).text();
      assertThat(runs.of(doc)).as(text).isEqualTo(some.get(doc) ? cut(text) : List.of());
    }
    return all.size();
  }

  private static List<Integer> paragraphs(LeafReader leaf) throws IOException {
    List<Integer> docs = new ArrayList<>();
    PostingsEnum each = leaf.postings(new Term(Fields.TYPE, Fields.PARAGRAPH), PostingsEnum.NONE);
    while (each != null && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      docs.add(each.docID());
    }
    return docs;
  }

  private List<List<String>> cut(String text) {
    List<List<String>> runs = new ArrayList<>();
    int end = -1;
    for (CutText.Word word : cutter.cut(text).words()) {
      if (word.text().chars().anyMatch(Character::isDigit)) {
        end = -1;
        continue;
      }
      if (word.at().start() != end) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(word.text());
      end = word.at().end();
    }
    return runs;
  }
}
