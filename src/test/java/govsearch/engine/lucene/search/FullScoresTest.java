package govsearch.engine.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.query.KnowingSearcher;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.engine.lucene.snapshot.SnapshotManager;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few documents score what Lucene's search gives them. */
class FullScoresTest {

  @TempDir private Path index;

  private static Query term(String field, String text, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, text)), boost);
  }

  private static Query any(Query... clauses) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query clause : clauses) {
      any.add(clause, Occur.SHOULD);
    }
    return any.build();
  }

  private static final Query TERMS =
      any(
          term(Fields.LITERAL, "普法", 0.3f),
          term(Fields.WORDS, "法律", 1),
          new TermQuery(new Term(Fields.WORDS, "宣传")),
          any(term(Fields.HEADINGS, "普法", 0.5f), term(Fields.LITERAL, "无此", 2)),
          term(Fields.SECTION, "achievements", 0.1f),
          term(Fields.LITERAL, "普法", 0.2f)); // the same once more

  private static final Query OTHERS =
      any(TERMS, new BoostQuery(new ConstantScoreQuery(term(Fields.LITERAL, "工作", 1)), 0.7f));

  @Test
  void isWhatASearchScores() throws IOException {
    List<Report> reports = SampleReports.read(SampleReports.FOLDER);
    try (LuceneSink sink = LuceneSink.update(index)) {
      for (Report report : reports) {
        sink.put(report);
        if (report.id().compareTo("m") < 0) {
          sink.commit(); // in segments of their own
        }
      }
      sink.remove(reports.getFirst().id());
      sink.commit();
    }
    try (Directory directory = IndexFormat.existing(index);
        SnapshotManager manager = new SnapshotManager(directory)) {
      Snapshot snapshot = manager.acquire();
      try {
        for (Query query : List.of(TERMS, OTHERS, term(Fields.LITERAL, "普法", 2), any())) {
          compare(snapshot, query);
        }
      } finally {
        manager.release(snapshot);
      }
    }
  }

  private static void compare(Snapshot snapshot, Query query) throws IOException {
    float[] searched = new float[snapshot.reader().maxDoc()];
    for (ScoreDoc one :
        new IndexSearcher(snapshot.reader()).search(query, searched.length).scoreDocs) {
      searched[one.doc] = one.score;
    }
    FullScores scores = new FullScores(snapshot, new KnowingSearcher(snapshot.reader()), query);
    for (int step = 1; step < 50; step += 7) { // again and again
      int[] docs = new int[searched.length / step];
      for (int i = 0; i < docs.length; i++) {
        docs[i] = i * step;
      }
      for (ScoreDoc one : scores.of(docs)) {
        if (snapshot.leaf(one.doc).reader().getLiveDocs() == null || searched[one.doc] > 0) {
          assertThat(one.score).as("%s of %s", one.doc, query).isEqualTo(searched[one.doc]);
        }
      }
    }
  }
}
