package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.analysis.AskedPart;
import govsearch.engine.lucene.analysis.AskedSetting;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.LiteralQueries;
import govsearch.engine.lucene.query.RankingWeights;
import govsearch.engine.lucene.query.TypedConcepts;
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

  /** More than BM25 gives for one term of a collection of whatever size. */
  private static final double MOST_OF_TERM = 50;

  private static final RankingWeights COUNTS = RankingWeights.CHOSEN;

  private final WordCutter cutter;
  private final Thesaurus thesaurus;
  private final TermStats stats;

  Scoring(WordCutter cutter, Reader reader) {
    this.cutter = cutter;
    this.thesaurus = reader.snapshot().thesaurus();
    this.stats = new TermStats(reader, Indices.Kind.PARAGRAPHS);
  }

  /**
   * How well a match fits.
   *
   * @param clauses all of them optional; none where nothing can be scored
   * @param most no score is more
   */
  record Scored(List<Object> clauses, double most) {}

  /**
   * Looks up at once what terms tell that will be asked one after the other by whoever looks for
   * most of the words.
   */
  void prepare(Query query, Mode mode) {
    if (mode.compareTo(Mode.MOST) < 0) {
      return;
    }
    List<AskedPart> parts = AskedPart.of(query);
    Set<Term> all = terms(parts);
    parts.forEach(part -> all.addAll(joints(part)));
    if (mode == Mode.LOOSE) {
      TypedConcepts.of(thesaurus, query)
          .values()
          .forEach(said -> all.addAll(MostWords.terms(cutter.asked(said))));
    }
    var unused = stats.having(all);
  }

  Scored of(Query query, Mode mode) {
    List<AskedPart> parts = AskedPart.of(query);
    List<Optional<AskedSetting>> settings = parts.stream().map(Scoring::setting).toList();
    boolean lacking = parts.stream().anyMatch(AskedPart::isOfLack);
    boolean isWeighed = lacking || settings.stream().anyMatch(Optional::isPresent);
    if (isWeighed) {
      var unused = stats.having(terms(parts)); // of all at once
    }
    Set<String> words = new LinkedHashSet<>();
    Set<String> joints = new LinkedHashSet<>();
    Set<String> bigrams = new LinkedHashSet<>();
    List<Object> any = new ArrayList<>();
    double whole = 0;
    double most = 0;
    for (int i = 0; i < parts.size(); i++) {
      AskedPart part = parts.get(i);
      List<Term> newWords = fresh(words(part), words);
      List<Term> newJoints = fresh(joints(part), joints);
      List<Term> newBigrams = fresh(bigrams(part), bigrams);
      double weight = 0;
      if (isWeighed) {
        weight =
            stats.weight(newWords)
                + COUNTS.joint() * stats.weight(newJoints)
                + COUNTS.bigram() * stats.weight(newBigrams);
      }
      whole += weight;
      any.add(withSetting(settings.get(i), text(newWords, newJoints, newBigrams), weight));
      most +=
          MOST_OF_TERM
              * (newWords.size()
                  + COUNTS.joint() * newJoints.size()
                  + (COUNTS.bigram() + COUNTS.heading()) * newBigrams.size());
      most += COUNTS.setting() * Math.max(weight, COUNTS.leastOfSetting());
      if (part.isSentence()) {
        for (String one : cutter.singles(part.text())) {
          any.add(Clauses.boosted(Columns.WORDS, one, COUNTS.single()));
          most += MOST_OF_TERM * COUNTS.single();
        }
      }
    }
    if (lacking) {
      double worth = COUNTS.lacking() * whole;
      any.add(Clauses.worth(Clauses.term(Columns.SECTION, Section.PROBLEMS.code()), worth));
      most += worth;
    }
    if (mode == Mode.LOOSE) {
      most += addConcepts(query, any);
    }
    String text = parts.stream().map(AskedPart::text).collect(Collectors.joining("\n"));
    for (String topic : Topics.builtIn().of(text).keySet()) {
      any.add(Clauses.boosted(Columns.TOPICS, topic, COUNTS.topic()));
      most += MOST_OF_TERM * COUNTS.topic();
    }
    return new Scored(any, most);
  }

  private static Optional<AskedSetting> setting(AskedPart part) {
    return part.quoted() ? Optional.empty() : AskedSetting.of(part.text());
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

  private static Object withSetting(
      Optional<AskedSetting> setting, Map<String, Object> text, double weight) {
    if (setting.isEmpty()) {
      return text;
    }
    double worth = COUNTS.setting() * Math.max(weight, COUNTS.leastOfSetting());
    return Clauses.best(List.of(text, Clauses.worth(Translator.setting(setting.get()), worth)));
  }

  private double addConcepts(Query query, List<Object> any) {
    double most = 0;
    for (Map.Entry<String, String> said : TypedConcepts.of(thesaurus, query).entrySet()) {
      double worth =
          COUNTS.concept() * stats.weight(MostWords.terms(cutter.asked(said.getValue())));
      any.add(Clauses.worth(Clauses.term(Columns.CONCEPTS, said.getKey()), worth));
      most += worth;
    }
    return most;
  }
}
