package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayList;
import java.util.List;

/** The text that is read, line by line. */
final class Output {

  /** A hundred times a long report. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final int LONGEST_CAUSE = 120;

  private final StringBuilder text = new StringBuilder();
  private final List<String> remarks = new ArrayList<>();

  /** Adds a paragraph; breaks within it begin new lines. Blank ones are passed over. */
  void line(String line) throws RejectedFileException {
    if (line.isBlank()) {
      return;
    }
    if (text.length() + line.length() > MOST_CHARACTERS) {
      throw new RejectedFileException("文字超过 " + MOST_CHARACTERS + " 字，不像报告");
    }
    text.append(line).append('\n');
  }

  /** Tells a person something about how the file was read; once. */
  void remark(String remark) {
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  void refuseIfEmpty() throws RejectedFileException {
    if (text.isEmpty()) {
      throw new RejectedFileException("文件里没有文字");
    }
  }

  String text() {
    return text.toString();
  }

  List<String> remarks() {
    return remarks;
  }

  /** What a parser says, short enough for a list. */
  static String cause(Throwable e) {
    String message =
        e.getMessage() == null ? "" : "：" + e.getMessage().lines().findFirst().orElse("");
    String cause = e.getClass().getSimpleName() + message;
    return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…";
  }
}
