package govsearch.insight.figures;

import govsearch.report.Section;
import govsearch.text.FoldedText;
import govsearch.text.Quantities;
import govsearch.text.Quantity;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a text, with the phrase that it belongs to.
 *
 * @param phrase in the text
 * @param attached by their places in the same text; what stands under plans is a target
 */
record Said(Range phrase, Attached attached) {

  /** No figure belongs to a phrase across these. */
  private static final String SENTENCE_ENDS = "。！？!?；;";

  /** As far as what stands around a figure tells whether it counts, white space included. */
  private static final int REACH = 24;

  /**
   * One for each number, however often a phrase stands around it, in their order.
   *
   * @param literal of {@code text}
   * @param each is run for each phrase
   */
  static Collection<Said> of(
      String text, FoldedText literal, List<Range> phrases, Section section, Runnable each) {
    Map<Integer, Said> byPlace = new TreeMap<>();
    Window window = null;
    for (Range phrase : phrases) {
      each.run();
      if (window == null || !window.has(phrase)) {
        window = Window.around(text, literal, phrase);
      }
      for (Attached attached : window.of(phrase)) {
        Attached said = section == Section.PLANS ? attached.asTarget() : attached;
        byPlace.putIfAbsent(said.quantity().at().start(), new Said(phrase, said));
      }
    }
    return byPlace.values();
  }

  /**
   * The sentence of a phrase and what is near: all that is to be read of a long text.
   *
   * @param attachment null where there is no figure
   */
  private record Window(Range sentence, int from, @Nullable Attachment attachment) {

    static Window around(String text, FoldedText literal, Range phrase) {
      int start = phrase.start();
      while (start > 0 && SENTENCE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      int end = phrase.end();
      while (end < text.length() && SENTENCE_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      int from = Math.max(0, start - REACH);
      int to = Math.min(text.length(), end + REACH);
      Range sentence = new Range(start, end);
      if (!Quantities.mayHave(literal.text(), literal.folded(new Range(from, to)))) {
        return new Window(sentence, from, null);
      }
      String part = text.substring(from, to);
      return new Window(sentence, from, new Attachment(part, Quantities.of(part)));
    }

    boolean has(Range phrase) {
      return sentence.start() <= phrase.start() && phrase.end() <= sentence.end();
    }

    List<Attached> of(Range phrase) {
      if (attachment == null) {
        return List.of();
      }
      List<Attached> moved = new ArrayList<>();
      for (Attached one : attachment.of(new Range(phrase.start() - from, phrase.end() - from))) {
        moved.add(new Attached(moved(one.quantity()), movedOrNull(one.before()), one.target()));
      }
      return moved;
    }

    private @Nullable Quantity movedOrNull(@Nullable Quantity quantity) {
      return quantity == null ? null : moved(quantity);
    }

    private Quantity moved(Quantity quantity) {
      return quantity.movedBy(from);
    }
  }
}
