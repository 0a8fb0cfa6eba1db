package govsearch.ingest.extract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in Chinese why a file could not be read. */
public final class ReadFailure {

  private ReadFailure() {}

  /** The reason, as a person is told it. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "没有读取权限";
      case NoSuchFileException gone -> "文件不存在";
      // Its message names the whole path, which is nobody's business who reads the reason.
      case FileSystemException other -> "读取失败" + told(other.getReason());
      default -> "读取失败" + told(e.getMessage());
    };
  }

  private static String told(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : "：" + reason;
  }
}
