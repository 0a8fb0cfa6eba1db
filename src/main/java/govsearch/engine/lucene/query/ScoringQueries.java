package govsearch.engine.lucene.query;

import govsearch.engine.lucene.analysis.AskedPart;
import govsearch.engine.lucene.analysis.AskedWords;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.query.Mode;
import govsearch.query.Query;
import govsearch.report.Section;
import govsearch.text.Literal;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * How well a paragraph fits what was typed, apart from whether it matches: BM25 over words, over
 * bigrams, and over the bigrams of its headings. Words know what belongs together, bigrams what
 * SmartCN cuts apart, headings what the paragraph is about. A term that names the paragraph's
 * setting counts nearly as if it stood in the text.
 *
 * <p>None of the weights is critical: half as much again, or half as much, moves the mean nDCG@10
 * by some thousandths.
 */
final class ScoringQueries {

  /** What is near by its meaning is looked at closely, whatever words it has. */
  private static final float TO_BE_SEEN = 20;

  private final WordCutter cutter;
  private final Supplier<Thesaurus> thesaurus;
  private final RankingWeights counts;
  private final Width width;
  private final @Nullable MeantQuery near;

  ScoringQueries(
      WordCutter cutter,
      Supplier<Thesaurus> thesaurus,
      RankingWeights counts,
      Width width,
      @Nullable MeantQuery near) {
    this.near = near;
    this.width = width;
    this.counts = counts;
    this.cutter = cutter;
    this.thesaurus = thesaurus;
  }

  /**
   * Optional clauses for all that is asked for; none for what is excluded, or for fields.
   *
   * @param weights of the collection that is searched
   */
  org.apache.lucene.search.Query of(Query query, Mode mode, TermWeights weights)
      throws IOException {
    List<AskedPart> parts = AskedPart.of(query);
    Set<String> words = new LinkedHashSet<>();
    Set<String> joints = new LinkedHashSet<>();
    Set<String> bigrams = new LinkedHashSet<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    double whole = 0;
    boolean lacking = false;
    for (AskedPart part : parts) {
      AskedWords asked = cutter.asked(part.text());
      List<String> newWords = asked.telling().stream().filter(words::add).toList();
      List<String> newJoints = asked.joints().stream().filter(joints::add).toList();
      List<String> newBigrams =
          LiteralQueries.bigrams(Literal.literal(part.text())).stream()
              .filter(bigrams::add)
              .toList();
      double weight =
          weights.of(Fields.WORDS, newWords)
              + counts.joint() * weights.of(Fields.LITERAL, newJoints)
              + counts.bigram() * weights.of(Fields.LITERAL, newBigrams);
      whole += weight;
      if (part.isSentence()) {
        cutter
            .singles(part.text())
            .forEach(one -> any.add(boosted(Fields.WORDS, one, counts.single()), Occur.SHOULD));
      }
      lacking |= part.isOfLack();
      any.add(
          withSetting(part, text(newWords, newJoints, newBigrams), weight, weights), Occur.SHOULD);
    }
    if (lacking) {
      Term problems = new Term(Fields.SECTION, Section.PROBLEMS.code());
      any.add(worth(new TermQuery(problems), counts.lacking() * whole), Occur.SHOULD);
    }
    if (near != null) {
      any.add(new BoostQuery(near, (float) (counts.meaning() * whole)), Occur.SHOULD);
    }
    if (mode == Mode.LOOSE) {
      addConcepts(query, weights, any);
    }
    addTopics(parts, any);
    return any.build();
  }

  private void addConcepts(Query query, TermWeights weights, BooleanQuery.Builder any)
      throws IOException {
    for (Map.Entry<String, String> said : TypedConcepts.of(thesaurus.get(), query).entrySet()) {
      double weight = weights.of(WeighedWordsQuery.terms(cutter.asked(said.getValue())));
      Term concept = new Term(Fields.CONCEPTS, said.getKey());
      any.add(worth(new TermQuery(concept), counts.concept() * weight), Occur.SHOULD);
    }
  }

  private void addTopics(List<AskedPart> parts, BooleanQuery.Builder any) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()).append('\n'));
    for (String topic : Topics.builtIn().of(text.toString()).keySet()) {
      any.add(boosted(Fields.TOPICS, topic, counts.topic()), Occur.SHOULD);
    }
  }

  /**
   * The words alone of all that is asked for: a few clauses, by which the best are found among many
   * before they are looked at closely.
   */
  org.apache.lucene.search.Query words(Query query) {
    List<AskedPart> parts = AskedPart.of(query);
    Set<Term> words = new LinkedHashSet<>();
    parts.forEach(part -> words.addAll(WeighedWordsQuery.terms(cutter.asked(part.text()))));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(new TermQuery(word), Occur.SHOULD));
    if (near != null) {
      any.add(new BoostQuery(near, TO_BE_SEEN), Occur.SHOULD);
    }
    if (width != Width.USUAL) {
      addTopics(parts, any);
    }
    return any.build();
  }

  private org.apache.lucene.search.Query text(
      List<String> words, List<String> joints, List<String> bigrams) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    joints.forEach(joint -> any.add(boosted(Fields.LITERAL, joint, counts.joint()), Occur.SHOULD));
    words.forEach(word -> any.add(new TermQuery(new Term(Fields.WORDS, word)), Occur.SHOULD));
    for (String bigram : bigrams) {
      any.add(boosted(Fields.LITERAL, bigram, counts.bigram()), Occur.SHOULD);
      any.add(boosted(Fields.HEADINGS, bigram, counts.heading()), Occur.SHOULD);
    }
    return any.build();
  }

  private org.apache.lucene.search.Query withSetting(
      AskedPart part, org.apache.lucene.search.Query text, double weight, TermWeights of)
      throws IOException {
    Optional<org.apache.lucene.search.Query> setting =
        part.quoted() ? Optional.empty() : SettingQueries.of(part.text(), of.reader());
    if (setting.isEmpty()) {
      return text;
    }
    double worth = counts.setting() * Math.max(weight, counts.leastOfSetting());
    return new DisjunctionMaxQuery(List.of(text, worth(setting.get(), worth)), 0);
  }

  private static org.apache.lucene.search.Query boosted(String field, String term, double boost) {
    return new BoostQuery(new TermQuery(new Term(field, term)), (float) boost);
  }

  private static org.apache.lucene.search.Query worth(
      org.apache.lucene.search.Query query, double worth) {
    return new BoostQuery(new ConstantScoreQuery(query), (float) worth);
  }
}
