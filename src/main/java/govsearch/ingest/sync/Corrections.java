package govsearch.ingest.sync;

import govsearch.report.Report;

/** What people say of files, over what was extracted from them. */
public interface Corrections {

  /**
   * A report as corrected; its id too may be another then.
   *
   * @param root real path of the folder that the file stands below
   * @param path of the file, or of the archive's member, below the root
   */
  Report correct(String root, String path, Report extracted);

  /**
   * What is said of the file at a path, in a form that changes with it: then the file is read again
   * though it is the same. Empty where nothing is said.
   */
  String version(String root, String path);

  /** Nobody says anything. */
  Corrections NONE =
      new Corrections() {
        @Override
        public Report correct(String root, String path, Report extracted) {
          return extracted;
        }

        @Override
        public String version(String root, String path) {
          return "";
        }
      };
}
