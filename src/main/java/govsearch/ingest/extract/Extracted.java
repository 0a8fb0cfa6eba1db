package govsearch.ingest.extract;

import java.util.List;

/**
 * A file's text.
 *
 * @param text lines in reading order, one a paragraph, heading or table row; not cleaned
 * @param remarks what a person should know about how it was read, in Chinese; mostly none
 */
public record Extracted(FileType type, String text, List<String> remarks) {

  /** The remark on text that was recognised in pictures. */
  public static final String RECOGNISED = "扫描件：文字由 tesseract 识别，可能有错";

  public Extracted {
    remarks = List.copyOf(remarks);
  }

  /** Whether the text was recognised in pictures. */
  public boolean isRecognised() {
    return remarks.contains(RECOGNISED);
  }
}
