package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.analysis.AskedPart;
import govsearch.engine.lucene.analysis.AskedSetting;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.engine.lucene.query.TypedConcepts;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Columns;
import govsearch.engine.opensearch.layout.Indices;
import govsearch.engine.opensearch.read.TermStats.Term;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Section;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How well a paragraph fits what was typed, by the same evidence as in the embedded engine. */
final class Scoring {
  /** The cluster takes a thousand clauses; what is typed first tells most. */
  private static final int MOST_TERMS = 250;

  private static final RankingWeights COUNTS = RankingWeights.CHOSEN;

  private final WordCutter cutter;
  private final Thesaurus thesaurus;
  private final TermStats stats;
  private final Width width;

  Scoring(WordCutter cutter, Reader reader, Width width) {
    this.width = width;
    this.cutter = cutter;
    this.thesaurus = reader.snapshot().thesaurus();
    this.stats = new TermStats(reader, Indices.Kind.PARAGRAPHS);
  }

  /** Optional clauses for all that is asked for; empty where nothing can be scored. */
  List<Object> of(Query query, Mode mode) {
    List<AskedPart> parts = AskedPart.of(query);
    var unused = stats.having(terms(parts)); // of all at once
    Set<String> words = new LinkedHashSet<>();
    Set<String> joints = new LinkedHashSet<>();
    Set<String> bigrams = new LinkedHashSet<>();
    List<Object> any = new ArrayList<>();
    double whole = 0;
    boolean lacking = false;
    for (AskedPart part : parts) {
      List<Term> newWords = fresh(words(part), words);
      List<Term> newJoints = fresh(joints(part), joints);
      List<Term> newBigrams = fresh(bigrams(part), bigrams);
      double weight =
          stats.weight(newWords)
              + COUNTS.joint() * stats.weight(newJoints)
              + COUNTS.bigram() * stats.weight(newBigrams);
      whole += weight;
      lacking |= part.isOfLack();
      any.add(withSetting(part, text(newWords, newJoints, newBigrams), weight));
    }
    if (lacking) {
      any.add(
          Clauses.worth(
              Clauses.term(Columns.SECTION, Section.PROBLEMS.code()), COUNTS.lacking() * whole));
    }
    if (mode == Mode.LOOSE) {
      addConcepts(query, any);
    }
    if (width != Width.USUAL) {
      String text = parts.stream().map(AskedPart::text).collect(Collectors.joining("\n"));
      for (String topic : Topics.builtIn().of(text).keySet()) {
        any.add(Clauses.boosted(Columns.TOPICS, topic, COUNTS.topic()));
      }
    }
    return any;
  }

  private Set<Term> terms(List<AskedPart> parts) {
    Set<Term> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(words(part)));
    parts.forEach(part -> all.addAll(bigrams(part)));
    return all;
  }

  private List<Term> words(AskedPart part) {
    return cutter.asked(part.text()).telling().stream()
        .map(word -> new Term(Columns.WORDS, Json.wellFormed(word)))
        .toList();
  }

  private List<Term> joints(AskedPart part) {
    return cutter.asked(part.text()).joints().stream()
        .map(joint -> new Term(Columns.LITERAL, Json.wellFormed(joint)))
        .toList();
  }

  private static List<Term> bigrams(AskedPart part) {
    String literal = Literal.literal(part.text());
    return literal.isEmpty()
        ? List.of()
        : LiteralQueries.bigrams(Json.wellFormed(literal)).stream()
            .map(bigram -> new Term(Columns.LITERAL, bigram))
            .toList();
  }

  private static List<Term> fresh(List<Term> terms, Set<String> known) {
    return terms.stream()
        .filter(term -> known.size() < MOST_TERMS && known.add(term.text()))
        .toList();
  }

  private static Map<String, Object> text(List<Term> words, List<Term> joints, List<Term> bigrams) {
    List<Object> any = new ArrayList<>();
    words.forEach(word -> any.add(Clauses.boosted(Columns.WORDS, word.text(), 1)));
    joints.forEach(
        joint -> any.add(Clauses.boosted(Columns.LITERAL, joint.text(), COUNTS.joint())));
    for (Term bigram : bigrams) {
      any.add(Clauses.boosted(Columns.LITERAL, bigram.text(), COUNTS.bigram()));
      any.add(Clauses.boosted(Columns.HEADINGS, bigram.text(), COUNTS.heading()));
    }
    return any.isEmpty() ? Clauses.none() : Json.of("bool", Json.of("should", any));
  }

  private static Object withSetting(AskedPart part, Map<String, Object> text, double weight) {
    Optional<AskedSetting> setting =
        part.quoted() ? Optional.empty() : AskedSetting.of(part.text());
    if (setting.isEmpty()) {
      return text;
    }
    double worth = COUNTS.setting() * Math.max(weight, COUNTS.leastOfSetting());
    return Clauses.best(List.of(text, Clauses.worth(Translator.setting(setting.get()), worth)));
  }

  private void addConcepts(Query query, List<Object> any) {
    for (Map.Entry<String, String> said : TypedConcepts.of(thesaurus, query).entrySet()) {
      double weight = stats.weight(MostWords.terms(cutter.asked(said.getValue())));
      any.add(
          Clauses.worth(Clauses.term(Columns.CONCEPTS, said.getKey()), COUNTS.concept() * weight));
    }
  }
}
