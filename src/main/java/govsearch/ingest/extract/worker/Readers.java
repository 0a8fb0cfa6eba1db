package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.FileType;

/** Which reader reads which format. */
final class Readers {

  private Readers() {}

  static Reader of(FileType type, boolean ocr) {
    return switch (type) {
      case DOCX -> new DocxReader();
      case DOC -> new DocReader();
      case RTF -> new RtfReader();
      case PDF -> new PdfReader(ocr);
      case HTML -> new HtmlReader();
      case MHTML -> new MhtmlReader();
      case TEXT, ZIP -> throw new IllegalArgumentException(type + " is not read so");
    };
  }
}
