package govsearch.ingest;

import govsearch.ingest.extract.Extracted;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.metadata.Doubts;
import govsearch.ingest.metadata.MetadataReader;
import govsearch.ingest.structure.Lines;
import govsearch.ingest.structure.SiteChrome;
import govsearch.ingest.structure.StatementFinder;
import govsearch.ingest.structure.Structure;
import govsearch.report.Heading;
import govsearch.report.Ids;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Source;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.List;

/** Makes a report of a file's bytes. Pure: the same bytes at the same path give the same report. */
public final class ReportFactory {

  /** No real paragraph comes near it; a file with such a line is something else. */
  private static final int LONGEST_PARAGRAPH = 100_000;

  /** A hundred times a long report, whatever it was written in. */
  private static final int MOST_CHARACTERS = 2_000_000;

  private ReportFactory() {}

  /**
   * A report with what is worth telling about how it was read.
   *
   * @param remarks for a person, in Chinese; mostly none
   */
  public record Made(Report report, List<String> remarks) {}

  /**
   * Reads a text file.
   *
   * @param path below the root that is indexed, with {@code /}
   * @throws RejectedFileException if it is no text, or no report could look like it
   */
  public static Made fromText(String path, byte[] bytes) throws RejectedFileException {
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      return of(path, extractor.extract(FileType.TEXT, bytes), bytes);
    }
  }

  /**
   * Makes a report of a file's text.
   *
   * @param path below the root that is indexed, with {@code /}
   * @param bytes of the file as it came
   * @throws RejectedFileException if no report could look like it
   */
  public static Made of(String path, Extracted extracted, byte[] bytes)
      throws RejectedFileException {
    List<String> lines = Lines.of(extracted.text());
    refuseLonger(lines);
    SiteChrome.Page page = SiteChrome.remove(lines);
    if (page.lines().isEmpty()) {
      throw new RejectedFileException("除网页按钮等以外没有正文");
    }
    Structure.Document document = Structure.of(page.lines());
    Metadata metadata = MetadataReader.read(document, path, page);
    List<Paragraph> paragraphs = paragraphs(document.blocks());
    Source source = new Source(path, null, Ids.sha256(bytes), bytes.length);
    ReportHead head = new ReportHead(Ids.reportId(path), metadata, paragraphs.size(), source);
    List<String> remarks = new ArrayList<>(extracted.remarks());
    remarks.addAll(
        extracted.isRecognised()
            ? Doubts.ofRecognised(paragraphs)
            : Doubts.of(path, paragraphs, bytes.length));
    return new Made(new Report(head, paragraphs), remarks);
  }

  /** As they are once folded, for that is what is kept of them. */
  private static void refuseLonger(List<String> lines) throws RejectedFileException {
    long all = 0;
    for (String line : lines) {
      long length = FoldedLength.of(line);
      if (length > LONGEST_PARAGRAPH) {
        String folded = length > line.length() ? "（展开兼容字符后）" : "";
        throw new RejectedFileException(
            "有一行长 " + length + " 字" + folded + "，超过上限 " + LONGEST_PARAGRAPH + " 字，不像报告");
      }
      all += length;
      if (all > MOST_CHARACTERS) {
        throw new RejectedFileException("文字超过 " + MOST_CHARACTERS + " 字，不像报告");
      }
    }
  }

  private static List<Paragraph> paragraphs(List<Structure.Block> blocks) {
    List<String> ids = Ids.paragraphIds(blocks.stream().map(Structure.Block::text).toList());
    List<Paragraph> paragraphs = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      Structure.Block block = blocks.get(i);
      paragraphs.add(
          new Paragraph(
              ids.get(i),
              i + 1,
              block.kind(),
              block.text(),
              block.heading(),
              block.path(),
              block.section(),
              statements(block)));
    }
    return paragraphs;
  }

  private static List<Range> statements(Structure.Block block) {
    if (block.kind() != ParagraphKind.BODY) {
      return List.of();
    }
    Heading runIn = block.heading();
    int textStart = runIn == null ? 0 : Math.min(runIn.title().length() + 1, block.text().length());
    return StatementFinder.find(block.text(), textStart);
  }
}
