package govsearch.ingest.extract;

/** The formats that are read. A file's type is what its bytes are; its name is a hint. */
public enum FileType {
  TEXT("txt"),
  HTML("html"),
  MHTML("mht"),
  DOCX("docx"),
  /** Word 97 to 2003, and WPS, which writes the same under another extension. */
  DOC("doc"),
  RTF("rtf"),
  PDF("pdf"),
  /** An archive of the others. */
  ZIP("zip");

  /** For messages: what a person can save as. */
  static final String READ = "txt、docx、doc、wps、pdf、rtf、html、mht，以及装有这些文件的 zip";

  private final String label;

  FileType(String label) {
    this.label = label;
  }

  /** The usual extension, which is also its name in messages. */
  public String label() {
    return label;
  }
}
