package govsearch.ingest.structure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where on a page the document's own text begins and ends. Words that might as well be the
 * document's are chrome only outside of it.
 *
 * @param head the first line with a sentence, or as long as one
 * @param foot the last line of that kind, or of what is attached
 */
record PageBody(int head, int foot) {

  /** A short line with a colon, as fields have; whom a report addresses is no longer either. */
  private static final Pattern LABEL = Pattern.compile("^[^，。；]{2,8}\\s*+[:：]");

  static PageBody of(List<String> lines) {
    int head = 0;
    while (head < lines.size() && !isContent(lines.get(head))) {
      head++;
    }
    int foot = lines.size() - 1;
    while (foot >= 0 && !isContent(lines.get(foot))) {
      foot--;
    }
    return new PageBody(head, Math.max(foot, attachmentsEnd(lines, head)));
  }

  boolean isOutside(int index) {
    return index < head || index > foot;
  }

  /** Where what is attached ends: it may be a table, every cell a line. */
  private static int attachmentsEnd(List<String> lines, int from) {
    int end = lines.size() - 1;
    while (end >= from && !Signatures.isAttachment(lines.get(end))) {
      end--;
    }
    if (end < from) {
      return -1;
    }
    while (end + 1 < lines.size() && !SiteWords.isControl(lines.get(end + 1))) {
      end++;
    }
    return end;
  }

  private static boolean isContent(String line) {
    boolean doubtful =
        SiteWords.isControl(line)
            || SiteWords.isFootField(line)
            || SiteWords.is(SiteWords.BUTTONS, SiteField.bare(line))
            || SiteWords.is(SiteWords.TRAIL, line)
            || !SiteField.of(line).isEmpty()
            || LABEL.matcher(line).matches();
    return !doubtful
        && (line.length() > SiteWords.LONGEST || line.contains("。") || endsSentence(line));
  }

  static boolean endsSentence(String line) {
    return "。！？；!?;：:".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
