package govsearch.engine.opensearch.read;

import govsearch.engine.Learnt;
import govsearch.engine.SimilarHit;
import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.Likeness;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.SimilarRequest;
import govsearch.report.Section;
import govsearch.text.Thesaurus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Statements that say something similar, as the embedded engine finds them: candidates by several
 * kinds of evidence, all asked for at once, made one ranking; what is formula put back; the best of
 * each town. There is no learnt model here.
 */
final class SimilarSearch {
  /** How deep each kind of evidence is looked at. */
  private static final int DEPTH = 200;

  /** More than all evidence together. */
  private static final double SAME = 10;

  private static final SimilarWeights WEIGHTS = SimilarWeights.CHOSEN;
  private static final String PARTS = "hits.hits.sort,hits.hits.fields";

  private final Asked asked;
  private final Reader reader;
  private final SimilarRequest request;
  private final Thesaurus thesaurus;

  SimilarSearch(Asked asked, SimilarRequest request) {
    this.asked = asked;
    this.reader = asked.reader();
    this.request = request;
    this.thesaurus = request.thesaurus() ? reader.snapshot().thesaurus() : Thesaurus.NONE;
  }

  /** The result; empty where what was asked for is not there. */
  Optional<SimilarResult> run() {
    AskedStatement statement = new AskedStatement(asked.cutter(), thesaurus, request.thesaurus());
    return switch (request.asked()) {
      case SimilarRequest.Asked.Text text -> Optional.of(result(statement.of(text.text())));
      case SimilarRequest.Asked.Paragraph paragraph ->
          new Reports(asked)
              .report(paragraph.reportId())
              .flatMap(report -> statement.of(report, paragraph))
              .map(this::result);
    };
  }

  private SimilarResult result(AskedText text) {
    int depth = Math.max(DEPTH, 2 * request.size());
    SimilarChannels.In in =
        ofProblems() ? SimilarChannels.In.STATEMENTS : SimilarChannels.In.PARAGRAPHS;
    SimilarTerms terms = new SimilarTerms(reader);
    SimilarChannels channels = new SimilarChannels(terms, text, WEIGHTS, in);
    SimilarHits hits =
        new SimilarHits(reader, asked.cutter(), thesaurus, text, channels.tellingWords());
    SimilarFusion fusion = new SimilarFusion(WEIGHTS);
    Object filter = filter(text);
    add(channels.channels(), in, filter, depth, fusion);
    List<SimilarFusion.Fused> first = best(fusion, text, (int) Math.round(WEIGHTS.followed()));
    hits.prepare(first);
    List<SimilarChannels.Found> found = first.stream().map(one -> hits.found(one.row())).toList();
    add(channels.following(found), in, filter, depth, fusion);
    List<SimilarFusion.Fused> best = best(fusion, text, request.size());
    hits.prepare(best);
    SimilarLikeness likeness = new SimilarLikeness(terms, text);
    LongPredicate formula =
        new Formula(reader).of(best.stream().map(one -> one.row().sentences()).toList());
    List<SimilarHits.Read> read =
        best.stream().map(one -> hits.hit(one, formula, likeness)).toList();
    return new SimilarResult(
        text.text(), said(text), claimed(read, likeness), reader.isComplete(), Learnt.OFF);
  }

  /** All on one way to the cluster and back. */
  private void add(
      List<SimilarChannels.Channel> channels,
      SimilarChannels.In in,
      Object filter,
      int depth,
      SimilarFusion fusion) {
    Batch batch = new Batch(reader);
    for (SimilarChannels.Channel channel : channels) {
      Map<String, Object> body =
          Json.of(
              "size",
              depth,
              "query",
              Json.of(
                  "bool",
                  Json.of(
                      "must",
                      List.of(Json.of("bool", Json.of("should", channel.any()))),
                      "filter",
                      List.of(filter))),
              "sort",
              SimilarRow.ORDER,
              "stored_fields",
              "_none_",
              "docvalue_fields",
              in == SimilarChannels.In.STATEMENTS
                  ? SimilarRow.COLUMNS
                  : List.of(Columns.VERSION, Columns.PLACE, Columns.SENTENCE, Columns.FOLD));
      batch.add(
          in.kind(),
          body,
          PARTS,
          answer -> fusion.add(channel.evidence(), channel.weight(), Row.of(answer)));
    }
    batch.run();
  }

  /** The best one of each town but the asking one's. */
  private List<SimilarFusion.Fused> best(SimilarFusion fusion, AskedText text, int count) {
    Set<String> places = new HashSet<>();
    if (text.place() != null) {
      places.add(text.place());
    }
    List<SimilarFusion.Fused> best = new ArrayList<>();
    for (SimilarFusion.Fused one : ordered(fusion.fused(), text)) {
      if (best.size() < count && places.add(one.row().place())) {
        best.add(one);
      }
    }
    return best;
  }

  /**
   * What says the very same first, and formula put back as far as it is more so than what was asked
   * for.
   */
  private List<SimilarFusion.Fused> ordered(List<SimilarFusion.Fused> fused, AskedText text) {
    List<List<Long>> sentences = new ArrayList<>();
    fused.forEach(one -> sentences.add(one.row().sentences()));
    sentences.add(SentenceValues.of(text.prints()));
    LongPredicate formula = new Formula(reader).of(sentences);
    double askedShare = SentenceValues.formulaShare(text.prints(), formula);
    List<SimilarFusion.Fused> discounted = new ArrayList<>(fused.size());
    for (SimilarFusion.Fused one : fused) {
      double share = Formula.share(List.of(one.row().sentences()), formula);
      double factor = 1 - (1 - WEIGHTS.ofFormula()) * Math.max(0, share - askedShare);
      double same = one.row().print() == text.prints().whole() ? SAME : 0;
      discounted.add(
          new SimilarFusion.Fused(one.row(), one.score() * factor + same, one.evidence()));
    }
    discounted.sort(
        Comparator.comparingDouble(SimilarFusion.Fused::score)
            .reversed()
            .thenComparing(one -> one.row().id()));
    return discounted;
  }

  /**
   * What is behind the last one that is clearly like it is weak; none where not even the best is.
   */
  private static List<SimilarHit> claimed(List<SimilarHits.Read> read, SimilarLikeness likeness) {
    double best = read.stream().mapToDouble(SimilarHits.Read::likeness).max().orElse(0);
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

  private static List<SimilarResult.Said> said(AskedText text) {
    List<SimilarResult.Said> said = new ArrayList<>();
    text.said()
        .forEach(
            (name, match) ->
                said.add(new SimilarResult.Said(name, match.wording(), match.ranges())));
    text.headed()
        .forEach(
            (name, match) -> {
              if (!text.said().containsKey(name)) {
                said.add(new SimilarResult.Said(name, match.wording(), List.of()));
              }
            });
    return said;
  }

  /** Statements of the sections that are wanted, not of the asking report. */
  private Object filter(AskedText text) {
    List<Object> all = FilterClauses.of(request.filters());
    if (text.reportId() != null) {
      all.add(Clauses.not(Clauses.term(Columns.REPORT, text.reportId())));
    }
    return all.isEmpty() ? Clauses.all() : Clauses.filter(all);
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
