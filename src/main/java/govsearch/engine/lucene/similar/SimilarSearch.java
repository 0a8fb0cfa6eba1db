package govsearch.engine.lucene.similar;

import govsearch.engine.Learnt;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.engine.lucene.query.FilterQueries;
import govsearch.engine.lucene.search.ReportReader;
import govsearch.engine.lucene.snapshot.LimitedSearcher;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.report.Measures;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.report.Statement;
import govsearch.text.Fingerprints;
import govsearch.text.Range;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    this.thesaurus = request.thesaurus() ? snapshot.thesaurus() : Thesaurus.NONE;
    this.values =
        new StatementValues(searcher.getIndexReader(), snapshot.formula(), weights.ofFormula());
  }

  /** The result; empty where what was asked for is not there. */
  public Optional<SimilarResult> run() throws IOException {
    AskedText asked =
        switch (request.asked()) {
          case SimilarRequest.Asked.Text text -> asked(text.text());
          case SimilarRequest.Asked.Paragraph paragraph -> asked(paragraph);
        };
    return asked == null ? Optional.empty() : Optional.of(result(asked));
  }

  private static Fingerprints.Prints prints(String text, List<String> places) {
    return new Fingerprints(places).of(text);
  }

  private AskedText asked(String text) {
    return new AskedText(
        text,
        List.of(),
        cutter.cut(text),
        AskedText.concepts(thesaurus, List.of(text)),
        Map.of(),
        topics(List.of(), text, null),
        null,
        prints(text, List.of()),
        null,
        null);
  }

  /** None where the words that were asked for are wanted. */
  private Map<String, Double> topics(List<String> headings, String text, @Nullable String measure) {
    return request.thesaurus() ? AskedText.topics(headings, text, measure) : Map.of();
  }

  private @Nullable AskedText asked(SimilarRequest.Asked.Paragraph asked) throws IOException {
    Optional<Report> report = new ReportReader(searcher).report(asked.reportId());
    Optional<Statement> found = report.flatMap(whole -> statement(whole, asked));
    if (report.isEmpty() || found.isEmpty()) {
      return null;
    }
    Statement statement = found.get();
    String text = statement.text();
    List<String> headings = statement.headings();
    AskedText.Measure measure =
        new Measures(report.get())
            .of(statement)
            .map(plan -> measure(plan, report.get().head().placeNames()))
            .orElse(null);
    return new AskedText(
        text,
        headings,
        cutter.cut(text),
        AskedText.concepts(thesaurus, List.of(text)),
        AskedText.concepts(thesaurus, headings),
        topics(headings, text, measure == null ? null : measure.text()),
        measure,
        prints(text, report.get().head().placeNames()),
        report.get().id(),
        StatementDocuments.place(report.get().head()));
  }

  private static AskedText.Measure measure(Statement plan, List<String> places) {
    return new AskedText.Measure(
        String.join(SimilarReader.SEPARATOR, StatementDocuments.textWithHeadings(plan)),
        prints(plan.paragraph().text(), places).whole(),
        plan.number());
  }

  /** The statement, or the whole paragraph as one. */
  private static Optional<Statement> statement(
      Report report, SimilarRequest.Asked.Paragraph asked) {
    return report.paragraphs().stream()
        .filter(paragraph -> paragraph.id().equals(asked.paragraphId()))
        .findFirst()
        .flatMap(
            paragraph -> {
              List<Statement> all = Statement.of(paragraph);
              Integer number = asked.statement();
              if (number == null) {
                Range whole = new Range(0, paragraph.text().length());
                return Optional.of(
                    all.size() == 1 ? all.getFirst() : new Statement(paragraph, 1, whole));
              }
              return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
            });
  }

  private SimilarResult result(AskedText asked) throws IOException {
    int depth = Math.max(DEPTH, 2 * request.size());
    Query filter = filter(asked);
    SimilarChannels channels =
        new SimilarChannels(
            searcher,
            asked,
            filter,
            weights,
            ofProblems() ? SimilarChannels.In.STATEMENTS : SimilarChannels.In.PARAGRAPHS);
    SimilarReader reader =
        new SimilarReader(searcher, cutter, thesaurus, asked, channels.tellingWords());
    RankFusion fusion = new RankFusion(weights);
    add(channels.channels(), depth, fusion);
    Meaning meaning = Meaning.of(ofProblems() ? vectors : null, searcher, filter, asked);
    if (meaning != null) {
      fusion.add(SimilarHit.Evidence.MEANING, weights.meaning(), meaning.problems(depth));
      fusion.add(
          SimilarHit.Evidence.MEANING, weights.meaningOfPlans(), meaning.plannedAlike(depth));
      follow(fusion, asked, meaning, depth);
    }
    List<SimilarChannels.Found> found = new ArrayList<>();
    for (RankFusion.Fused one : best(fusion, asked, (int) Math.round(weights.followed()))) {
      found.add(reader.found(values.of(one.doc())));
    }
    add(channels.following(found), depth, fusion);
    Likeness likeness = new Likeness(searcher.getIndexReader(), asked, meaning);
    List<SimilarReader.Read> read = new ArrayList<>();
    for (RankFusion.Fused one : best(fusion, asked, request.size())) {
      read.add(reader.hit(one, values.of(one.doc()), likeness));
    }
    return new SimilarResult(
        asked.text(),
        said(asked),
        claimed(read, likeness),
        !searcher.timedOut(),
        vectors == null ? Learnt.OFF : vectors.learnt());
  }

  /** Asks on with the answers that all evidence so far puts first. */
  private void follow(RankFusion fusion, AskedText asked, Meaning meaning, int depth)
      throws IOException {
    List<Integer> first =
        best(fusion, asked, FOLLOWED).stream().map(RankFusion.Fused::doc).toList();
    if (!first.isEmpty()) {
      fusion.add(
          SimilarHit.Evidence.MEANING,
          weights.meaningFollowed(),
          meaning.following(first, VectorRanking.Of.PROBLEMS, depth));
      fusion.add(
          SimilarHit.Evidence.MEANING,
          weights.meaningOfMeasure(),
          meaning.following(first, VectorRanking.Of.MEASURES, depth));
    }
  }

  /**
   * What is behind the last one that is clearly like it is weak; none where not even the best is.
   */
  private static List<SimilarHit> claimed(List<SimilarReader.Read> read, Likeness likeness) {
    double best = read.stream().mapToDouble(SimilarReader.Read::likeness).max().orElse(0);
    if (likeness.isOfAnotherWorld(best)) {
      return List.of();
    }
    int clear = read.size();
    while (clear > 0 && read.get(clear - 1).likeness() < Likeness.CLEAR) {
      clear--;
    }
    List<SimilarHit> hits = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      hits.add(i < clear ? read.get(i).hit() : read.get(i).hit().asWeak());
    }
    return hits;
  }

  /** Each on whatever core is free. */
  private void add(List<SimilarChannels.Channel> channels, int depth, RankFusion fusion) {
    List<ScoreDoc[]> rankings =
        channels.parallelStream().map(channel -> ranking(channel, depth)).toList();
    for (int i = 0; i < rankings.size(); i++) {
      SimilarChannels.Channel channel = channels.get(i);
      fusion.add(channel.evidence(), channel.weight(), rankings.get(i));
    }
  }

  private ScoreDoc[] ranking(SimilarChannels.Channel channel, int depth) {
    try {
      return searcher.search(channel.query(), depth).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The best one of each town but the asking one's. */
  private List<RankFusion.Fused> best(RankFusion fusion, AskedText asked, int count)
      throws IOException {
    Set<String> places = new HashSet<>();
    if (asked.place() != null) {
      places.add(asked.place());
    }
    List<RankFusion.Fused> best = new ArrayList<>();
    for (RankFusion.Fused one : values.ordered(fusion.fused(), asked.prints())) {
      if (best.size() < count && places.add(values.place(one.doc()))) {
        best.add(one);
      }
    }
    return best;
  }

  private static List<SimilarResult.Said> said(AskedText asked) {
    List<SimilarResult.Said> said = new ArrayList<>();
    asked
        .said()
        .forEach(
            (name, match) ->
                said.add(new SimilarResult.Said(name, match.wording(), match.ranges())));
    asked
        .headed()
        .forEach(
            (name, match) -> {
              if (!asked.said().containsKey(name)) {
                said.add(new SimilarResult.Said(name, match.wording(), List.of()));
              }
            });
    return said;
  }

  /** Statements of the sections that are wanted, not of the asking report. */
  private Query filter(AskedText asked) {
    String type = ofProblems() ? Fields.STATEMENT : Fields.PARAGRAPH;
    Query statements = new TermQuery(new Term(Fields.TYPE, type));
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(FilterQueries.behindHeads(statements, request.filters()), Occur.FILTER);
    if (asked.reportId() != null) {
      all.add(new TermQuery(new Term(Fields.REPORT, asked.reportId())), Occur.MUST_NOT);
    }
    return all.build();
  }

  /** Whether problems are asked for, as nearly always; only these have documents of their own. */
  private boolean ofProblems() {
    Filters.Selection sections = request.filters().on(FacetField.SECTION);
    return sections.isEmpty()
        || (sections.excluded().isEmpty()
            && sections.included().stream()
                .allMatch(name -> Section.of(name).filter(Section.PROBLEMS::equals).isPresent()));
  }
}
