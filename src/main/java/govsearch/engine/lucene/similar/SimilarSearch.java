package govsearch.engine.lucene.similar;

import govsearch.engine.Learnt;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.SimilarRequest;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Statements that say something similar: candidates by several kinds of evidence, made one ranking,
 * what is formula or tells of success put back, the best of each town.
 */
public final class SimilarSearch {

  /** How deep each kind of evidence is looked at. */
  private static final int DEPTH = 200;

  /** How many of the first ones a learnt model is asked on with. */
  private static final int FOLLOWED = 3;

  private final LimitedSearcher searcher;
  private final SimilarWeights weights;
  private final WordCutter cutter;
  private final SimilarRequest request;
  private final boolean ofProblems;
  private final Thesaurus thesaurus;
  private final StatementValues values;
  private final @Nullable Vectors vectors;

  /**
   * A search.
   *
   * @param vectors what a learnt model knows of the problems; null without one
   */
  public SimilarSearch(
      Snapshot snapshot,
      LimitedSearcher searcher,
      WordCutter cutter,
      @Nullable Vectors vectors,
      SimilarWeights weights,
      SimilarRequest request)
      throws IOException {
    this.weights = weights;
    this.vectors = vectors;
    this.searcher = searcher;
    this.cutter = cutter;
    this.request = request;
    this.ofProblems = SimilarAnswer.isOfProblems(request);
    this.thesaurus = request.thesaurus() ? snapshot.thesaurus() : Thesaurus.NONE;
    this.values =
        new StatementValues(searcher.getIndexReader(), snapshot.formula(), weights.ofFormula());
  }

  /** The result; empty where what was asked for is not there. */
  public Optional<SimilarResult> run() throws IOException {
    AskedStatement statement = new AskedStatement(cutter, thesaurus, request.thesaurus());
    Optional<AskedText> asked =
        switch (request.asked()) {
          case SimilarRequest.Asked.Text text -> Optional.of(statement.of(text.text()));
          case SimilarRequest.Asked.Paragraph paragraph ->
              new ReportReader(searcher)
                  .report(paragraph.reportId())
                  .flatMap(report -> statement.of(report, paragraph));
        };
    return asked.isEmpty() ? Optional.empty() : Optional.of(result(asked.get()));
  }

  private SimilarResult result(AskedText asked) throws IOException {
    int depth = Math.max(DEPTH, 2 * request.size());
    Query filter = filter(asked);
    SimilarChannels<Query> channels =
        new SimilarChannels<>(new ChosenTerms(searcher, ofProblems), asked, weights);
    SimilarReader reader =
        new SimilarReader(searcher, cutter, thesaurus, asked, channels.tellingWords());
    ScoreFusion fusion = new ScoreFusion(weights);
    List<SimilarChannels.Channel<Query>> ofWords = channels.channels();
    Meant meant = meant(asked, filter, depth, () -> add(ofWords, filter, depth, fusion));
    Meaning meaning = meant.meaning();
    if (meaning != null) {
      fusion.add(SimilarHit.Evidence.MEANING, weights.meaning(), meant.nearest());
      follow(fusion, asked, meaning, depth);
    }
    List<SimilarChannels.Found> found = new ArrayList<>();
    for (ScoreFusion.Fused one : best(fusion, asked, channels.followed())) {
      found.add(reader.found(values.of(one.doc())));
    }
    add(channels.following(found), filter, depth, fusion);
    if (ofProblems && request.thesaurus()) {
      new MatterEvidence(asked, reader, values, weights)
          .addTo(fusion, meaning == null ? null : meaning.matters());
    }
    Likeness likeness = new Likeness(searcher.getIndexReader(), asked, meaning);
    List<SimilarAnswer.Read> read = new ArrayList<>();
    for (ScoreFusion.Fused one : best(fusion, asked, request.size())) {
      read.add(reader.hit(one, values.of(one.doc()), likeness));
    }
    return new SimilarResult(
        asked.text(),
        SimilarAnswer.said(asked),
        SimilarAnswer.claimed(read, likeness::isOfAnotherWorld),
        !searcher.timedOut(),
        meant.learnt());
  }

  /** What a learnt model makes of what is asked, while something else is done. */
  private Meant meant(AskedText asked, Query filter, int depth, Runnable meanwhile) {
    Vectors known = vectors;
    if (known != null && ofProblems) {
      Meant.Asking asking = () -> Meaning.of(known, searcher, filter, asked, weights.ofPlans());
      return Meant.meanwhile(known, asking, depth, meanwhile);
    }
    meanwhile.run();
    return Meant.nothing(known == null ? Learnt.OFF : known.learnt());
  }

  /** Asks on with the answers that all evidence so far puts first. */
  private void follow(ScoreFusion fusion, AskedText asked, Meaning meaning, int depth)
      throws IOException {
    List<Integer> first =
        best(fusion, asked, FOLLOWED).stream().map(ScoreFusion.Fused::doc).toList();
    if (!first.isEmpty()) {
      fusion.add(
          SimilarHit.Evidence.MEANING, weights.meaningFollowed(), meaning.following(first, depth));
    }
  }

  /** Each on whatever core is free. */
  private void add(
      List<SimilarChannels.Channel<Query>> channels, Query filter, int depth, ScoreFusion fusion) {
    List<ScoreDoc[]> rankings =
        channels.parallelStream().map(channel -> ranking(channel.any(), filter, depth)).toList();
    for (int i = 0; i < rankings.size(); i++) {
      SimilarChannels.Channel<Query> channel = channels.get(i);
      fusion.add(channel.evidence(), channel.weight(), rankings.get(i));
    }
  }

  private ScoreDoc[] ranking(List<Query> any, Query filter, int depth) {
    BooleanQuery.Builder evidence = new BooleanQuery.Builder();
    any.forEach(one -> evidence.add(one, Occur.SHOULD));
    Query query =
        new BooleanQuery.Builder()
            .add(evidence.build(), Occur.MUST)
            .add(filter, Occur.FILTER)
            .build();
    try {
      return searcher.search(query, depth).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The best one of each town but the asking one's. */
  private List<ScoreFusion.Fused> best(ScoreFusion fusion, AskedText asked, int count)
      throws IOException {
    Set<String> places = new HashSet<>();
    if (asked.place() != null) {
      places.add(asked.place());
    }
    List<ScoreFusion.Fused> best = new ArrayList<>();
    for (ScoreFusion.Fused one : values.ordered(fusion.fused(), asked.prints())) {
      if (best.size() < count && places.add(values.place(one.doc()))) {
        best.add(one);
      }
    }
    return best;
  }

  /** Statements of the sections that are wanted, not of the asking report. */
  private Query filter(AskedText asked) {
    Term type = new Term(Fields.TYPE, ofProblems ? Fields.STATEMENT : Fields.PARAGRAPH);
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(FilterQueries.behindHeads(new TermQuery(type), request.filters()), Occur.FILTER);
    if (asked.reportId() != null) {
      all.add(new TermQuery(new Term(Fields.REPORT, asked.reportId())), Occur.MUST_NOT);
    }
    return all.build();
  }
}
