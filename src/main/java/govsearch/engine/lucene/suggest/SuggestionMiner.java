package govsearch.engine.lucene.suggest;

import govsearch.engine.Suggestion;
import govsearch.engine.lucene.analysis.CutText;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.document.StoredParagraph;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.engine.lucene.snapshot.Segment;
import govsearch.engine.lucene.snapshot.Snapshot;
import govsearch.query.FacetField;
import govsearch.report.Paragraph;
import govsearch.text.Literal;
import govsearch.text.PhraseMiner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Reads what can be suggested out of a collection: every place, and the headings and phrases of its
 * reports; of a large collection, of as many of them, evenly spread, as hold {@value
 * #MOST_PARAGRAPHS} paragraphs.
 */
public final class SuggestionMiner {

  private static final int MOST_PARAGRAPHS = 40_000;
  private static final int MOST_OF_A_KIND = 40_000;
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_QUOTED = 12;
  private static final Pattern QUOTED =
      Pattern.compile("[“「]([\\p{IsHan}\\p{IsLatin}0-9]{2," + LONGEST_QUOTED + "})[”」]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*+(?:[（(][一二三四五六七八九十百0-9０-９]{1,3}[)）]|[一二三四五六七八九十百]{1,3}[、.．]|其?[一二三四五六七八九十]{1,3}是"
              + "|第[一二三四五六七八九十]{1,3}[,，、]?|[0-9０-９]{1,2}[.．、](?![0-9]))++\\s*+");

  private static final Pattern NO_SUGGESTION = Pattern.compile("[*＊」]");

  private final WordCutter cutter;
  private final PhraseMiner phrases = new PhraseMiner();
  private final Map<String, Integer> headings = new HashMap<>();

  /** Has read nothing yet. */
  public SuggestionMiner(WordCutter cutter) {
    this.cutter = cutter;
  }

  /** Reads a snapshot. */
  MinedTexts mine(Snapshot snapshot) throws IOException {
    IndexReader reader = snapshot.reader();
    int stride = 1 + (reader.numDocs() - 1) / MOST_PARAGRAPHS;
    int report = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      report = readReports(leaf, snapshot.segment(leaf), report, stride);
    }
    return MinedTexts.of(reader, headings, phrases.phrases());
  }

  /** The places of a snapshot, and what was mined of it, or of one that is nearly the same. */
  static SuggestionList list(Snapshot snapshot, MinedTexts mined) throws IOException {
    List<SuggestionList.Entry> places = new ArrayList<>();
    addPlaces(snapshot, places);
    return list(places, mined.headings(), mined.phrases());
  }

  /** What was read, and some places before it. */
  public SuggestionList list(List<SuggestionList.Entry> places) {
    return list(places, headings, phrases.phrases());
  }

  private static SuggestionList list(
      List<SuggestionList.Entry> places,
      Map<String, Integer> headings,
      List<PhraseMiner.Phrase> phrases) {
    List<SuggestionList.Entry> entries = new ArrayList<>(places);
    Set<String> known = new HashSet<>();
    entries.forEach(place -> known.add(place.literal()));
    List<SuggestionList.Entry> found = new ArrayList<>();
    headings.forEach((text, count) -> add(Suggestion.Kind.HEADING, text, count, known, found));
    addMostFrequent(found, entries);
    found.clear();
    for (PhraseMiner.Phrase phrase : phrases) {
      add(Suggestion.Kind.PHRASE, phrase.text(), phrase.reports(), known, found);
    }
    addMostFrequent(found, entries);
    return new SuggestionList(entries);
  }

  private static void add(
      Suggestion.Kind kind,
      String text,
      int weight,
      Set<String> known,
      List<SuggestionList.Entry> out) {
    String literal = Literal.literal(text);
    if (isBalanced(literal) && known.add(literal)) {
      out.add(new SuggestionList.Entry(kind, text, literal, weight));
    }
  }

  /** Of a quotation that is not closed half the words would be missing. */
  private static boolean isBalanced(String literal) {
    return literal.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  private static void addMostFrequent(
      List<SuggestionList.Entry> found, List<SuggestionList.Entry> out) {
    found.stream()
        .sorted(
            Comparator.comparingInt(SuggestionList.Entry::weight)
                .reversed()
                .thenComparing(SuggestionList.Entry::literal))
        .limit(MOST_OF_A_KIND)
        .forEach(out::add);
  }

  /** Reads every {@code stride}th report of a segment. */
  private int readReports(LeafReaderContext leaf, Segment segment, int before, int stride)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    StoredFields stored = leaf.reader().storedFields();
    int number = before;
    for (int report = 0; report < segment.reports(); report++) {
      int head = segment.head(report);
      if ((live != null && !live.get(head)) || ++number % stride != 0) {
        continue;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted");
      }
      for (int doc = head + 1; doc <= head + segment.paragraphs(report); doc++) {
        read(number, StoredParagraph.read(stored.document(doc, Set.of(Fields.STORED))));
      }
    }
    return number;
  }

  /** The words of a text, those together that nothing parts: no punctuation, space or figure. */
  private void readRuns(int report, String text) {
    CutText cut = cutter.cut(text);
    List<String> run = new ArrayList<>();
    for (int i = 0; i < cut.count(); i++) {
      String word = cut.word(i);
      boolean figure = word.chars().anyMatch(Character::isDigit);
      boolean parted =
          i > 0
              && (cut.starts()[i] != cut.ends()[i - 1]
                  || cut.literal().isParted(text, cut.starts()[i]));
      if ((figure || parted) && !run.isEmpty()) {
        phrases.add(report, run);
        run = new ArrayList<>();
      }
      if (!figure) {
        run.add(word);
      }
    }
    if (!run.isEmpty()) {
      phrases.add(report, run);
    }
  }

  /**
   * Reads a paragraph.
   *
   * @param report a number of its report, the same for all of its paragraphs
   */
  public void read(int report, Paragraph paragraph) {
    String text = paragraph.text();
    readRuns(report, text);
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      phrases.addQuoted(report, quoted.group(1));
    }
    if (paragraph.heading() != null) {
      String title = NUMBER.matcher(paragraph.heading().title()).replaceFirst("").strip();
      int length = Literal.length(Literal.literal(title));
      // A star in quotation marks would stand for other characters.
      if (length >= 2 && length <= LONGEST_HEADING && !NO_SUGGESTION.matcher(title).find()) {
        headings.merge(title, 1, Integer::sum);
      }
    }
  }

  private static void addPlaces(Snapshot snapshot, List<SuggestionList.Entry> entries)
      throws IOException {
    Map<String, String> names = new HashMap<>();
    FacetValues regions = snapshot.facet(FacetField.REGION);
    for (int i = 0; regions != null && i < regions.size(); i++) {
      String name = regions.value(i).lastName();
      names.putIfAbsent(Literal.literal(name), name);
    }
    addPlaces(snapshot, Fields.TOWN, Suggestion.Kind.TOWN, names, entries);
    addPlaces(snapshot, Fields.COUNTY, Suggestion.Kind.COUNTY, names, entries);
    addPlaces(snapshot, Fields.CITY, Suggestion.Kind.CITY, names, entries);
    addPlaces(snapshot, Fields.PROVINCE, Suggestion.Kind.PROVINCE, names, entries);
  }

  private static void addPlaces(
      Snapshot snapshot,
      String field,
      Suggestion.Kind kind,
      Map<String, String> names,
      List<SuggestionList.Entry> entries)
      throws IOException {
    Terms terms = MultiTerms.getTerms(snapshot.reader(), field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String literal = term.utf8ToString();
      if (!literal.equals(FacetField.UNSTATED)) {
        String name = names.getOrDefault(literal, literal);
        entries.add(new SuggestionList.Entry(kind, name, literal, each.docFreq()));
      }
    }
  }
}
