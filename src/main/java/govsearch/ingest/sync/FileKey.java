package govsearch.ingest.sync;

import govsearch.library.FileRecord;

/**
 * A file as the ledger names it.
 *
 * @param root real path of the folder that it was found below
 * @param path below the root, with {@code /}
 */
record FileKey(String root, String path) {

  static FileKey of(FileRecord file) {
    return new FileKey(file.root(), file.path());
  }
}
