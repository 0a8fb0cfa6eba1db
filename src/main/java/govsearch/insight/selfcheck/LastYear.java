package govsearch.insight.selfcheck;

import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.text.Fingerprints;
import govsearch.text.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences of the own report on the year before. */
final class LastYear {

  /** Dice's coefficient, from which on two sentences are one that was changed. */
  private static final double ALIKE = 0.6;

  private final Map<Long, SelfChecked.Spot> byPrint = new HashMap<>();
  private final List<SelfChecked.Spot> sentences = new ArrayList<>();
  private final List<int[]> twos = new ArrayList<>();

  /**
   * Its sentences.
   *
   * @param report null for none
   * @param fingerprints that mask all of the town's names
   */
  LastYear(@Nullable Report report, Fingerprints fingerprints) {
    if (report == null) {
      return;
    }
    for (Paragraph paragraph : report.paragraphs()) {
      for (Fingerprints.Sentence sentence : fingerprints.sentences(paragraph.text())) {
        SelfChecked.Spot spot = new SelfChecked.Spot(paragraph, sentence.at());
        byPrint.putIfAbsent(sentence.fingerprint(), spot);
        sentences.add(spot);
        twos.add(twos(spot.text()));
      }
    }
  }

  /** The same sentence, figures and names aside. */
  Optional<SelfChecked.Spot> same(long fingerprint) {
    return Optional.ofNullable(byPrint.get(fingerprint));
  }

  /** The sentence that is most like one, if any is. */
  Optional<SelfChecked.Spot> alike(String text) {
    int[] asked = twos(text);
    double best = ALIKE;
    SelfChecked.Spot found = null;
    for (int i = 0; i < twos.size(); i++) {
      double likeness = dice(asked, twos.get(i));
      if (likeness >= best) {
        best = likeness;
        found = sentences.get(i);
      }
    }
    return Optional.ofNullable(found);
  }

  private static double dice(int[] one, int[] other) {
    int shared = 0;
    int at = 0;
    for (int two : one) {
      while (at < other.length && other[at] < two) {
        at++;
      }
      shared += at < other.length && other[at] == two ? 1 : 0;
    }
    return one.length + other.length == 0 ? 0 : 2.0 * shared / (one.length + other.length);
  }

  /** The different twos of a text, ascending. */
  private static int[] twos(String text) {
    String literal = Literal.literal(text);
    int[] twos = new int[Math.max(0, literal.length() - 1)];
    for (int i = 0; i < twos.length; i++) {
      twos[i] = literal.charAt(i) << Character.SIZE | literal.charAt(i + 1);
    }
    return Arrays.stream(twos).distinct().sorted().toArray();
  }
}
