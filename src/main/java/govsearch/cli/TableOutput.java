package govsearch.cli;

import govsearch.export.Column;
import govsearch.export.TableFormat;
import govsearch.export.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that a command writes.
 *
 * @param name of what is in it
 */
record TableOutput(String name, List<Column> columns, List<List<@Nullable Object>> rows) {

  /**
   * Writes it; a file is there whole or not at all.
   *
   * @param output the file; null for standard output
   */
  void write(TableFormat as, @Nullable Path output) throws IOException {
    if (output == null) {
      to(System.out, as);
      return;
    }
    Path target = output.toAbsolutePath();
    Path folder = folderOf(target);
    Path temporary = Files.createTempFile(folder, "table", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        to(out, as);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * The folder that a file is to be written into.
   *
   * @throws UserMistakeException if it is not there
   */
  static Path folderOf(Path output) {
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserMistakeException("找不到目录：" + folder);
    }
    return folder;
  }

  private void to(OutputStream out, TableFormat as) throws IOException {
    TableWriter table = as.open(out, name, columns);
    for (List<@Nullable Object> row : rows) {
      table.row(row);
    }
    table.finish();
  }
}
