package govsearch.insight.quotes;

import govsearch.engine.Matches;
import govsearch.engine.SearchTimedOutException;
import govsearch.query.MatchRequest;
import govsearch.report.Paragraph;
import govsearch.report.ReportHead;
import govsearch.text.Literal;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first places where all parts of a quotation stand in their order. */
final class Spans {

  private static final int ENOUGH = 5;

  private final List<String> parts;
  private final List<CheckedQuote.Found> found = new ArrayList<>();

  /**
   * Of a quotation.
   *
   * @param parts literal texts
   */
  Spans(List<String> parts) {
    this.parts = parts;
  }

  boolean areEnough() {
    return found.size() >= ENOUGH;
  }

  List<CheckedQuote.Found> found() {
    return found;
  }

  /** Looks at one paragraph. */
  void look(ReportHead report, Paragraph paragraph) {
    if (!areEnough()) {
      span(paragraph.text())
          .ifPresent(at -> found.add(new CheckedQuote.Found(report, paragraph, at, List.of())));
    }
  }

  /**
   * Looks at all matches instead, in their order, until there are enough.
   *
   * @throws SearchTimedOutException if the time is over before anything was found
   */
  void lookAtAll(Matches engine, MatchRequest request) {
    found.clear();
    try {
      engine.visit(
          request,
          match -> {
            look(match.report(), match.paragraph());
            if (areEnough()) {
              throw new EnoughException();
            }
          });
    } catch (EnoughException e) {
      // the others need not be looked at
    } catch (SearchTimedOutException e) {
      if (found.isEmpty()) {
        throw e;
      }
    }
  }

  /** From the first part to the last. */
  private Optional<Range> span(String text) {
    var folded = Literal.of(text);
    int start = -1;
    int at = 0;
    for (String part : parts) {
      int next = folded.text().indexOf(part, at);
      if (next < 0) {
        return Optional.empty();
      }
      start = start < 0 ? next : start;
      at = next + part.length();
    }
    return Optional.of(folded.source(new Range(start, at)));
  }

  /** Ends a visit. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough", null, false, false);
    }
  }
}
