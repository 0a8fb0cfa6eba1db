package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Has tesseract read the pages of a scan. */
final class PdfPictures {

  private static final int DPI = 300;
  private static final double POINTS_PER_PIXEL = 72.0 / DPI;

  /** A1 at most; a page that claims to be larger would fill the memory. */
  private static final double LARGEST_SIDE = 2400;

  private static final int LEFT = 6;
  private static final int TOP = 7;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int TEXT = 11;

  private PdfPictures() {}

  /**
   * The lines of all pages.
   *
   * @throws RejectedFileException if tesseract or its Chinese data is not installed
   */
  static List<PdfLine> read(PDDocument document) throws IOException, RejectedFileException {
    List<PdfLine> lines = new ArrayList<>();
    PDFRenderer renderer = new PDFRenderer(document);
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      var box = document.getPage(page).getCropBox();
      if (Math.max(box.getWidth(), box.getHeight()) > LARGEST_SIDE) {
        throw new RejectedFileException("页面过大，无法识别文字");
      }
      BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
      for (Words words : lines(recognise(image))) {
        lines.add(words.line(page, box.getHeight()));
      }
    }
    return lines;
  }

  /** Runs tesseract on a picture and gives its table of words. */
  private static String recognise(BufferedImage image) throws IOException, RejectedFileException {
    Process process;
    try {
      process =
          new ProcessBuilder("tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "6", "tsv")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new RejectedFileException(
          RejectedFileException.SCAN + "；--ocr 需要安装 tesseract 和它的中文数据 chi_sim");
    }
    try (OutputStream out = process.getOutputStream()) {
      ImageIO.write(image, "bmp", out);
    } catch (IOException e) {
      // it ended before it read: its exit code says so below
    }
    String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new RejectedFileException(
            RejectedFileException.SCAN + "；tesseract 没有中文数据 chi_sim，或识别失败");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return table;
  }

  /** Words of one line. */
  private static final class Words {
    private final StringBuilder text = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double right;
    private double bottom;
    private double em;

    void add(String[] columns) {
      text.append(columns[TEXT].strip());
      double from = Integer.parseInt(columns[LEFT]) * POINTS_PER_PIXEL;
      double height = Integer.parseInt(columns[HEIGHT]) * POINTS_PER_PIXEL;
      left = Math.min(left, from);
      right = Math.max(right, from + Integer.parseInt(columns[WIDTH]) * POINTS_PER_PIXEL);
      bottom = Math.max(bottom, Integer.parseInt(columns[TOP]) * POINTS_PER_PIXEL + height);
      em = Math.max(em, height);
    }

    PdfLine line(int page, double pageHeight) {
      return PdfLine.of(
          List.of(new PdfLine.Piece(text.toString(), left, right)), page, pageHeight, bottom, em);
    }
  }

  /**
   * Puts the words of tesseract's table together: block, paragraph and line are its columns 3-5.
   */
  private static List<Words> lines(String table) {
    List<Words> lines = new ArrayList<>();
    String last = "";
    for (String row : table.lines().skip(1).toList()) {
      String[] columns = row.split("\t", -1);
      if (columns.length <= TEXT || columns[TEXT].isBlank()) {
        continue;
      }
      String key = columns[2] + " " + columns[3] + " " + columns[4];
      if (!key.equals(last)) {
        lines.add(new Words());
        last = key;
      }
      lines.getLast().add(columns);
    }
    return lines;
  }
}
