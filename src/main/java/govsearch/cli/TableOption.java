package govsearch.cli;

import govsearch.export.TableFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --format} and {@code --output}: how a command writes its table, and where. */
final class TableOption {

  @Option(names = "--format", paramLabel = "格式", description = "csv、xlsx、jsonl（默认：csv）")
  private String format = TableFormat.CSV.code();

  @Option(names = "--output", paramLabel = "文件", description = "写到这个文件（默认：标准输出）")
  private @Nullable Path output;

  /**
   * Looks at what was given, before anything is done for it.
   *
   * @throws UserMistakeException if it cannot be meant
   */
  void check() {
    var unused = as();
    if (output != null) {
      var unusedToo = TableOutput.folderOf(output);
    }
  }

  /** Writes a table. */
  void write(TableOutput table) throws IOException {
    table.write(as(), output);
  }

  private TableFormat as() {
    return Choice.of("--format", format, TableFormat.values(), TableFormat::code);
  }
}
