package govsearch.engine.lucene.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Near paragraphs are found by their numbers, in whichever segment they stand. */
class MeantQueryTest {

  private static final int SEGMENTS = 3;
  private static final int OF_SEGMENT = 10;

  private static int[] found(IndexSearcher searcher, Query query) throws IOException {
    return Arrays.stream(searcher.search(query, SEGMENTS * OF_SEGMENT).scoreDocs)
        .mapToInt(one -> one.doc)
        .toArray();
  }

  @Test
  void findsThoseAloneTheNearestFirst() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int doc = 0; doc < SEGMENTS * OF_SEGMENT; doc++) {
        Document document = new Document();
        document.add(new StringField("odd", Integer.toString(doc % 2), Field.Store.NO));
        writer.addDocument(document);
        if (doc % OF_SEGMENT == OF_SEGMENT - 1) {
          writer.commit();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        assertThat(reader.leaves()).hasSize(SEGMENTS);
        MeantQuery near = new MeantQuery(Map.of(0, 0.2f, 9, 0.9f, 25, 0.5f, 29, 0.1f));

        assertThat(found(searcher, near)).containsExactly(9, 25, 0, 29);
        Query odd = new TermQuery(new Term("odd", "1"));
        Query both =
            new BooleanQuery.Builder().add(near, Occur.MUST).add(odd, Occur.FILTER).build();
        assertThat(found(searcher, both)).containsExactly(9, 25, 29);

        ScoreDoc first = searcher.search(new BoostQuery(near, 10), 1).scoreDocs[0];
        assertThat(first.score).isEqualTo(9f);
        assertThat(searcher.explain(near, 25).getValue().floatValue()).isEqualTo(0.5f);
        assertThat(searcher.explain(near, 24).isMatch()).isFalse();
      }
    }
  }
}
