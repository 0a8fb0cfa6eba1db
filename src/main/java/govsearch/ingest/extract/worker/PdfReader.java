package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.Extracted;
import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads the text layer of a pdf, or, where it has none and that is asked for, its pictures. */
final class PdfReader implements Reader {

  private static final int MOST_PAGES = 2000;

  /** A stamp or a page number is no text layer. */
  private static final int FEWEST_CHARACTERS_PER_PAGE = 5;

  private final boolean ocr;

  PdfReader(boolean ocr) {
    this.ocr = ocr;
  }

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException, IOException {
    FontMappers.set(new PdfFonts());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      if (pages == 0 || pages > MOST_PAGES) {
        throw new RejectedFileException(pages == 0 ? "文件已损坏：没有一页" : pages + " 页，不像报告");
      }
      List<PdfLine> lines = PdfLines.of(document);
      int characters = lines.stream().mapToInt(line -> line.text().length()).sum();
      if (characters < (long) FEWEST_CHARACTERS_PER_PAGE * pages) {
        if (!ocr) {
          throw new RejectedFileException(RejectedFileException.SCAN);
        }
        lines = PdfPictures.read(document);
        out.remark(Extracted.RECOGNISED);
      }
      for (String paragraph : PdfParagraphs.of(PdfMargins.remove(lines))) {
        out.line(paragraph);
      }
    } catch (InvalidPasswordException e) {
      throw new RejectedFileException("文件有密码，请去掉密码后再试");
    }
  }
}
