package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;

/** Which reader reads which format. */
final class Readers {

  private Readers() {}

  static Reader of(FileType type, boolean ocr) throws RejectedFileException {
    return switch (type) {
      case DOCX -> new DocxReader();
      case HTML -> new HtmlReader();
      case DOC, RTF, PDF, MHTML, ZIP ->
          throw new RejectedFileException("暂不支持 " + type.label() + " 格式");
      case TEXT -> throw new IllegalArgumentException(type + " is not a worker's");
    };
  }
}
