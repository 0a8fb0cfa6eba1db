package govsearch.cli;

import govsearch.insight.compare.Comparison;
import govsearch.report.ReportHead;
import govsearch.text.Range;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a comparison for reading: of each section what has changed, what is new, what is gone. */
final class ComparisonPrinter {

  private final PrintStream out;
  private final ResultPrinter printer;
  private final boolean all;

  /**
   * Onto a stream.
   *
   * @param all whether sentences that both have are listed
   */
  ComparisonPrinter(PrintStream out, boolean colours, boolean all) {
    this.out = out;
    this.printer = new ResultPrinter(out, colours);
    this.all = all;
  }

  void print(Comparison found) {
    out.println("前：" + who(found.a()));
    out.println("后：" + who(found.b()));
    for (Comparison.Part part : found.parts()) {
      long same = count(part, Comparison.Kind.SAME);
      out.println();
      out.println(
          "["
              + part.section().label()
              + "] 相同 "
              + same
              + " 句，改动 "
              + count(part, Comparison.Kind.CHANGED)
              + " 句，新增 "
              + count(part, Comparison.Kind.ONLY_B)
              + " 句，不再有 "
              + count(part, Comparison.Kind.ONLY_A)
              + " 句");
      part.pieces().forEach(this::print);
    }
    out.println();
    Double share = found.whole().shareB();
    out.println(share == null ? "后一份没有可以比较的文字" : "后一份 " + Math.round(100 * share) + "% 的文字与前一份相同");
  }

  private static long count(Comparison.Part part, Comparison.Kind kind) {
    return part.pieces().stream().filter(piece -> piece.kind() == kind).count();
  }

  private void print(Comparison.Piece piece) {
    switch (piece.kind()) {
      case SAME -> {
        if (all) {
          out.println("    " + text(piece.b()));
        }
      }
      case CHANGED -> {
        out.println("  - " + text(piece.a()));
        out.println("  + " + text(piece.b()));
      }
      case ONLY_A -> out.println("  - " + text(piece.a()));
      case ONLY_B -> out.println("  + " + text(piece.b()));
    }
  }

  private String text(Comparison.@Nullable Side side) {
    if (side == null) {
      return "";
    }
    String sentence = side.at().of(side.paragraph().text());
    List<Range> changed =
        side.changed().stream().map(range -> range.shifted(-side.at().start())).toList();
    return printer.marked(sentence, changed).strip();
  }

  private static String who(ReportHead head) {
    return Shown.text(
        ResultPrinter.stated(head.town())
            + " "
            + ResultPrinter.stated(head.year())
            + "  "
            + (head.title() == null ? "（原文无标题）" : head.title())
            + "  "
            + head.id());
  }
}
