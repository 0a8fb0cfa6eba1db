package govsearch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A text that a command writes, in UTF-8. */
record TextOutput(String text) {

  /**
   * Writes it; a file is there whole or not at all, since somebody may be reading the one before.
   *
   * @param output the file; null for standard output
   */
  void write(@Nullable Path output) throws IOException {
    if (output == null) {
      System.out.print(text);
      System.out.flush();
      return;
    }
    Path target = output.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserMistakeException("找不到目录：" + folder);
    }
    Path temporary = folder.resolve("." + target.getFileName() + ".tmp"); // read by others as usual
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
