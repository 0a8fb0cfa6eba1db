package govsearch.ingest.extract;

import java.util.List;

/**
 * A file's text.
 *
 * @param text lines in reading order, one a paragraph, heading or table row; not cleaned
 * @param remarks what a person should know about how it was read, in Chinese; mostly none
 */
public record Extracted(FileType type, String text, List<String> remarks) {

  public Extracted {
    remarks = List.copyOf(remarks);
  }
}
