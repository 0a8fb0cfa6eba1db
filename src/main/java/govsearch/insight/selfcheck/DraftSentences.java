package govsearch.insight.selfcheck;

import govsearch.engine.Deadline;
import govsearch.engine.ReportKey;
import govsearch.engine.SearchEngine;
import govsearch.engine.SentenceReports;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of each sentence of a draft where it comes from. */
final class DraftSentences {

  /** In how many other towns a sentence stands that is no one's. */
  private static final int FORMULA_TOWNS = 3;

  /** A sentence of more reports than one can look at is of many towns. */
  private static final int MOST_REPORTS = 60;

  /** A title is like every other title. */
  private static final Set<ParagraphKind> SAYING =
      EnumSet.of(ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.OTHER);

  /** A shorter sentence is like another by chance. */
  private static final int SHORTEST_ALIKE = 14;

  private final SearchEngine engine;
  private final Whose whose;
  private final LastYear lastYear;
  private final @Nullable Report lastReport;
  private final Alike alike;
  private final Sources sources;

  DraftSentences(SearchEngine engine, Whose whose, LastYear lastYear, @Nullable Report lastReport) {
    this.engine = engine;
    this.whose = whose;
    this.lastYear = lastYear;
    this.lastReport = lastReport;
    this.sources = new Sources(engine);
    this.alike = new Alike(engine, whose, lastYear, lastReport);
  }

  /**
   * A sentence that is to be told of.
   *
   * @param print null for one that is too short
   * @param renamed the print with the names of other places masked as well; null where there are
   *     none
   */
  private record Asked(
      SelfChecked.Spot spot, @Nullable Long print, @Nullable Long renamed, int length) {}

  /** All of them, in order. */
  List<SelfChecked.Sentence> of(Report draft, List<SelfChecked.LeftName> names) {
    List<Asked> asked = asked(draft, names);
    Set<Long> prints = new HashSet<>();
    for (Asked one : asked) {
      if (one.print() != null) {
        prints.add(one.print());
      }
      if (one.renamed() != null) {
        prints.add(one.renamed());
      }
    }
    List<Long> listed = List.copyOf(prints);
    List<SentenceReports> found = engine.sentences(listed, MOST_REPORTS);
    Map<Long, SentenceReports> known = new HashMap<>();
    for (int i = 0; i < listed.size(); i++) {
      known.put(listed.get(i), found.get(i));
    }
    List<SelfChecked.Sentence> told = new ArrayList<>();
    for (Asked one : asked) {
      Deadline.current().check();
      told.add(tell(one, known));
    }
    return told;
  }

  private List<Asked> asked(Report draft, List<SelfChecked.LeftName> names) {
    Fingerprints own = new Fingerprints(whose.names());
    List<Asked> all = new ArrayList<>();
    for (Paragraph paragraph : draft.paragraphs()) {
      Map<Range, Fingerprints.Sentence> prints = new HashMap<>();
      if (SAYING.contains(paragraph.kind())) {
        own.sentences(paragraph.text()).forEach(one -> prints.put(one.at(), one));
      }
      for (Range at : Sentences.of(paragraph.text())) {
        Fingerprints.Sentence print = prints.get(at);
        SelfChecked.Spot spot = new SelfChecked.Spot(paragraph, at);
        all.add(
            new Asked(
                spot,
                print == null ? null : (Long) print.fingerprint(),
                print == null ? null : renamed(spot, names),
                print == null ? 0 : print.length()));
      }
    }
    return all;
  }

  /** As the sentence stands in the report of the town whose name was left in it. */
  private @Nullable Long renamed(SelfChecked.Spot spot, List<SelfChecked.LeftName> names) {
    List<String> all = new ArrayList<>(whose.names());
    for (SelfChecked.LeftName name : names) {
      boolean here =
          name.spot().paragraph().ordinal() == spot.paragraph().ordinal()
              && name.spot().at().start() >= spot.at().start()
              && name.spot().at().end() <= spot.at().end();
      if (here) {
        all.addAll(name.parts());
      }
    }
    if (all.size() == whose.names().size()) {
      return null;
    }
    List<Fingerprints.Sentence> prints = new Fingerprints(all).sentences(spot.text());
    return prints.size() == 1 ? (Long) prints.getFirst().fingerprint() : null;
  }

  private SelfChecked.Sentence tell(Asked asked, Map<Long, SentenceReports> known) {
    Long print = asked.print();
    if (print == null) {
      return plain(asked, SentenceKind.BRIEF, 0);
    }
    Optional<SelfChecked.Sentence> told =
        tell(asked, print, known.getOrDefault(print, SentenceReports.NONE));
    Long renamed = asked.renamed();
    if (told.isEmpty() && renamed != null) {
      told = tell(asked, renamed, known.getOrDefault(renamed, SentenceReports.NONE));
    }
    if (told.isEmpty() && asked.length() >= SHORTEST_ALIKE) {
      told = alike.of(asked.spot(), whose.names());
    }
    return told.orElseGet(() -> plain(asked, SentenceKind.NEW, 0));
  }

  /** Of a sentence that stands somewhere as it is. */
  private Optional<SelfChecked.Sentence> tell(Asked asked, long print, SentenceReports found) {
    List<ReportKey> others = found.oldest().stream().filter(whose::isOther).toList();
    Set<Object> towns = new HashSet<>();
    others.forEach(one -> towns.add(one.place().town() == null ? one.id() : one.place()));
    if (!found.isWhole() || towns.size() >= FORMULA_TOWNS) {
      long count = found.isWhole() ? towns.size() : found.towns();
      return Optional.of(plain(asked, SentenceKind.FORMULA, count));
    }
    Optional<SelfChecked.Spot> own = lastYear.same(print);
    if (own.isPresent() && lastReport != null) {
      return Optional.of(
          sentence(
              asked,
              SentenceKind.OWN_EARLIER,
              new SelfChecked.SourceSentence(lastReport.head(), own.get(), List.of())));
    }
    Optional<ReportKey> earlier =
        found.oldest().stream().filter(one -> whose.isOwnEarlier(one.id())).reduce((a, b) -> b);
    Optional<ReportKey> source = earlier.or(() -> others.stream().findFirst());
    SentenceKind kind = earlier.isPresent() ? SentenceKind.OWN_EARLIER : SentenceKind.ELSEWHERE;
    return source
        .flatMap(key -> sources.of(key.id(), print))
        .map(where -> sentence(asked, kind, where));
  }

  private static SelfChecked.Sentence plain(Asked asked, SentenceKind kind, long towns) {
    return new SelfChecked.Sentence(asked.spot(), kind, towns, null, List.of());
  }

  private static SelfChecked.Sentence sentence(
      Asked asked, SentenceKind kind, SelfChecked.SourceSentence source) {
    return new SelfChecked.Sentence(asked.spot(), kind, 0, source, List.of());
  }

  /** How much a sentence counts for, in characters. */
  static int length(SelfChecked.Sentence sentence) {
    return Literal.literal(sentence.spot().text()).length();
  }
}
