package govsearch.engine.opensearch.read;

import govsearch.engine.Learnt;
import govsearch.engine.SimilarResult;
import govsearch.engine.lucene.document.SentenceValues;
import govsearch.engine.lucene.similar.AskedStatement;
import govsearch.engine.lucene.similar.AskedText;
import govsearch.engine.lucene.similar.SimilarAnswer;
import govsearch.engine.lucene.similar.SimilarChannels;
import govsearch.engine.lucene.similar.SimilarWeights;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.query.SimilarRequest;
import govsearch.text.Thesaurus;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final double SAME = 1000;

  private static final SimilarWeights WEIGHTS = SimilarWeights.CHOSEN;
  private static final String PARTS = "hits.hits.sort,hits.hits.fields";

  private final Asked asked;
  private final Reader reader;
  private final SimilarRequest request;
  private final boolean ofProblems;
  private final Thesaurus thesaurus;

  SimilarSearch(Asked asked, SimilarRequest request) {
    this.asked = asked;
    this.reader = asked.reader();
    this.request = request;
    this.ofProblems = SimilarAnswer.isOfProblems(request);
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
    try {
      return search(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of an index on disk, of which there is none
    }
  }

  private SimilarResult search(AskedText text) throws IOException {
    int depth = Math.max(DEPTH, 2 * request.size());
    SimilarTerms terms = new SimilarTerms(reader, ofProblems);
    SimilarChannels<Object> channels = new SimilarChannels<>(terms, text, WEIGHTS);
    SimilarHits hits =
        new SimilarHits(reader, asked.cutter(), thesaurus, text, channels.tellingWords());
    SimilarFusion fusion = new SimilarFusion(WEIGHTS);
    Object filter = filter(text);
    add(channels.channels(), filter, depth, fusion);
    List<SimilarFusion.Fused> first = best(fusion, text, channels.followed());
    hits.prepare(first);
    List<SimilarChannels.Found> found = first.stream().map(one -> hits.found(one.row())).toList();
    add(channels.following(found), filter, depth, fusion);
    if (ofProblems && request.thesaurus()) {
      SimilarMatters.add(fusion, WEIGHTS, text, hits);
    }
    List<SimilarFusion.Fused> best = best(fusion, text, request.size());
    hits.prepare(best);
    SimilarLikeness likeness = new SimilarLikeness(terms, text);
    LongPredicate formula =
        new Formula(reader).of(best.stream().map(one -> one.row().sentences()).toList());
    List<SimilarAnswer.Read> read =
        best.stream().map(one -> hits.hit(one, formula, likeness)).toList();
    return new SimilarResult(
        text.text(),
        SimilarAnswer.said(text),
        SimilarAnswer.claimed(read, likeness::isOfAnotherWorld),
        reader.isComplete(),
        Learnt.OFF);
  }

  /** All on one way to the cluster and back. */
  private void add(
      List<SimilarChannels.Channel<Object>> channels,
      Object filter,
      int depth,
      SimilarFusion fusion) {
    Batch batch = new Batch(reader);
    for (SimilarChannels.Channel<Object> channel : channels) {
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
              ofProblems
                  ? SimilarRow.COLUMNS
                  : List.of(Columns.VERSION, Columns.PLACE, Columns.SENTENCE, Columns.FOLD));
      batch.add(
          ofProblems ? Indices.Kind.STATEMENTS : Indices.Kind.PARAGRAPHS,
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

  /** Statements of the sections that are wanted, not of the asking report. */
  private Object filter(AskedText text) {
    List<Object> all = FilterClauses.of(request.filters());
    if (text.reportId() != null) {
      all.add(Clauses.not(Clauses.term(Columns.REPORT, text.reportId())));
    }
    return all.isEmpty() ? Clauses.all() : Clauses.filter(all);
  }
}
