package govsearch.ingest.extract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in Chinese why a file could not be read. */
public final class ReadFailure {

  private ReadFailure() {}

  /** The reason, as a person is told it. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "没有读取权限";
      case NoSuchFileException gone -> "文件不存在";
      default -> "读取失败：" + e.getMessage();
    };
  }
}
