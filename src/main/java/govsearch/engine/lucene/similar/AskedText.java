package govsearch.engine.lucene.similar;

import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.document.StatementDocuments;
import govsearch.text.Fingerprints;
import govsearch.text.Thesaurus;
import govsearch.text.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That to which others are to be similar.
 *
 * @param headings its own, apart from the text
 * @param cut the text's words
 * @param said concepts of the text, by name the first place
 * @param headed concepts of the headings, as {@code said}
 * @param topics what it is about, with how much it says of that; none where other words do not
 *     count
 * @param measure what its report plans to do about it; null where that is not known
 * @param prints fingerprints of the text
 * @param reportId of the report that has it, or null
 * @param place of that report, or null
 */
public record AskedText(
    String text,
    List<String> headings,
    CutText cut,
    Map<String, Thesaurus.Match> said,
    Map<String, Thesaurus.Match> headed,
    Map<String, Double> topics,
    @Nullable Measure measure,
    Fingerprints.Prints prints,
    @Nullable String reportId,
    @Nullable String place) {

  /**
   * What is planned against it.
   *
   * @param text with headings
   * @param paragraphPrint of its paragraph
   * @param number in its paragraph, from 1
   */
  public record Measure(String text, long paragraphPrint, int number) {}

  /** The concepts of a text, by name the first place. */
  public static Map<String, Thesaurus.Match> concepts(Thesaurus thesaurus, List<String> texts) {
    Map<String, Thesaurus.Match> first = new LinkedHashMap<>();
    for (String text : texts) {
      thesaurus.matches(text).forEach(match -> first.putIfAbsent(match.concept().name(), match));
    }
    return first;
  }

  /** Whether it is about nothing that is known as a matter of such reports. */
  public boolean isOfNoTopic() {
    Topics known = Topics.builtIn(); // everyday words are in a text of any world
    return known.of(String.join("\n", headings) + "\n" + text).isEmpty();
  }

  /** The wordings by concept's name, those of the text before those of the headings. */
  public Map<String, String> wordings() {
    Map<String, String> wordings = new LinkedHashMap<>();
    said.forEach((name, match) -> wordings.put(name, match.wording()));
    headed.forEach((name, match) -> wordings.putIfAbsent(name, match.wording()));
    return wordings;
  }

  public List<String> words() {
    return cut.words();
  }

  public List<String> bigrams() {
    List<String> grams = new ArrayList<>();
    StatementDocuments.addBigrams(text, grams);
    headings.forEach(heading -> StatementDocuments.addBigrams(heading, grams));
    return grams;
  }
}
