package govsearch.engine.lucene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.lucene.store.LockObtainFailedException;

/** Says in Chinese, in one line, why an index cannot be written. */
final class WriteFailure {

  /** How Unix says it; Java has no exceptions of its own for these. */
  private static final String READ_ONLY = "Read-only file system";

  private static final String NO_SPACE = "No space left on device";

  private WriteFailure() {}

  static String of(Path index, IOException e) {
    if (e instanceof LockObtainFailedException) {
      return "索引 " + index + " 正被另一个进程写入，请等它结束后再试";
    }
    return "索引 " + index + " 无法写入：" + reason(e);
  }

  private static String reason(IOException e) {
    String said = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException) {
      return "没有写入权限";
    } else if (said.contains(READ_ONLY)) {
      return "它所在的磁盘是只读的";
    } else if (said.contains(NO_SPACE)) {
      return "磁盘已满";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : said;
  }
}
