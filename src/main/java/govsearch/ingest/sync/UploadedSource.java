package govsearch.ingest.sync;

import govsearch.library.FileRecord;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibraryReader;
import govsearch.report.Source;

/** Tells what was uploaded, and may be dropped over HTTP, from what stands elsewhere. */
final class UploadedSource {

  private UploadedSource() {}

  /**
   * Makes sure that a source is a file among the uploads, and stands nowhere else.
   *
   * @throws IntakeRefusedException if not
   */
  static void require(Source source, LibraryReader library) {
    boolean isUploaded = false;
    for (String root : library.folders()) {
      boolean gives =
          library.file(root, source.path()).stream()
              .flatMap(file -> file.reports().stream())
              .anyMatch(given -> given.source().equals(source));
      if (gives && !root.equals(FileRecord.UPLOADS)) {
        throw new IntakeRefusedException(
            IntakeRefusedException.Cause.NOT_UPLOADED,
            "这份报告来自报告目录里的 " + source.path() + "，不是上传的；请从目录里删除文件，再运行 ./govsearch sync");
      }
      isUploaded |= gives;
    }
    if (!isUploaded) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.NOT_UPLOADED,
          "这份报告来自 " + source.path() + "，它不是单独上传的文件，不能单独删除");
    }
  }
}
