package govsearch.engine;

import govsearch.report.Section;
import govsearch.text.FoldedText;
import govsearch.text.Range;
import java.util.List;

/**
 * A paragraph that matches, of which only that is read which is asked for. To be used only while
 * the engine shows it.
 */
public interface Passage {

  /** The report that it is of; the same object for all of a report that are shown in a row. */
  ReportKey report();

  /** The paragraph's place in its report, from 1. */
  int ordinal();

  Section section();

  /** The paragraph's id. */
  String paragraphId();

  String text();

  /** The literal form of the text. */
  FoldedText literal();

  /** What matched, in the text, ascending and disjoint. */
  List<Range> ranges();

  /** The whole of it. */
  Match match();
}
